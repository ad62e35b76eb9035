(function () {
  var root = document.getElementById('app');
  function get(url, done) {
    var xhr = new XMLHttpRequest();
    xhr.open('GET', url);
    xhr.onload = function () { if (xhr.status === 200) { done(JSON.parse(xhr.responseText)); } else { root.innerHTML = '<h1>404</h1>'; } };
    xhr.send();
  }
  get('/api/page?path=' + encodeURIComponent(location.pathname + location.search), function (page) {
    document.title = page.title;
    for (var i = 0; i < page.metas.length; i++) {
      var old = document.querySelector('meta[name="' + page.metas[i].name + '"]');
      var meta = old || document.createElement('meta');
      meta.setAttribute('name', page.metas[i].name);
      meta.setAttribute('content', page.metas[i].content);
      if (!old) { document.head.appendChild(meta); }
    }
    root.innerHTML = page.html;
  });
})();
