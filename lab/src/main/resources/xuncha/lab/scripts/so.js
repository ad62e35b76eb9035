(function () {
  var word = (location.search.match(/[?&]keyword=([^&]*)/) || [])[1] || '';
  document.getElementsByName('keyword')[0].value = decodeURIComponent(word);
  if (!word) { return; }
  var xhr = new XMLHttpRequest();
  xhr.open('GET', '/api/search?keyword=' + word + '&page=1');
  xhr.onload = function () {
    var data = JSON.parse(xhr.responseText), html = '';
    document.getElementById('count').innerHTML = '共找到 ' + data.total + ' 条结果';
    for (var i = 0; i < data.list.length; i++) {
      html += '<li><a href="' + data.list[i].url + '">' + data.list[i].title + '</a> <span>' +
        data.list[i].channel + '</span> <span>' + data.list[i].date + '</span></li>';
    }
    document.getElementById('list').innerHTML = html;
  };
  xhr.send();
})();
