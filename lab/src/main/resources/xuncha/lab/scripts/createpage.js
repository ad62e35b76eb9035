function createPageHTML(count, index, name, ext) {
  if (count <= 1) { return; }
  var html = '';
  for (var i = 0; i < count; i++) {
    html += i === index ? '<span>' + (i + 1) + '</span>'
      : '<a href="' + name + (i ? '_' + i : '') + '.' + ext + '">' + (i + 1) + '</a>';
  }
  document.write('<div class="page">共' + count + '页 ' + html + '</div>');
}
