(function () {
  var box = document.getElementById('newsList');
  if (!box || typeof listData === 'undefined') { return; }
  var rows = listData.data.results, html = '';
  for (var i = 0; i < rows.length; i++) {
    html += '<li><a href="' + rows[i].url + '">' + rows[i].title + '</a><span>' +
      rows[i].publishedTimeStr.substring(0, 10) + '</span></li>';
  }
  box.innerHTML = html;
})();
