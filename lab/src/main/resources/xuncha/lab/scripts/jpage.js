(function () {
  var stores = document.getElementsByTagName('script');
  for (var i = 0; i < stores.length; i++) {
    if (stores[i].type !== 'text/xml') { continue; }
    var rows = stores[i].innerHTML.match(/<record><!\[CDATA\[([\s\S]*?)\]\]><\/record>/g) || [], html = '';
    for (var j = 0; j < rows.length && j < 20; j++) {
      html += rows[j].replace(/^<record><!\[CDATA\[/, '').replace(/\]\]><\/record>$/, '');
    }
    var list = document.createElement('ul');
    list.className = 'default_pgContainer';
    list.innerHTML = html;
    stores[i].parentNode.appendChild(list);
  }
})();
