(function () {
  var box = document.getElementById('pageList');
  if (!box) { return; }
  var xhr = new XMLHttpRequest();
  xhr.open('GET', box.getAttribute('data-url'));
  xhr.onload = function () {
    var rows = JSON.parse(xhr.responseText).data.results, html = '';
    for (var i = 0; i < rows.length; i++) {
      html += '<li><a href="' + rows[i].url + '">' + rows[i].title + '</a><span>' +
        rows[i].publishedTimeStr.substring(0, 10) + '</span></li>';
    }
    box.innerHTML = html;
  };
  xhr.send();
})();
