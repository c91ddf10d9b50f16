'use strict';
(function () {
  function open(anchor) {
    var target = anchor.length > 1 ? document.getElementById(anchor.slice(1)) : null;
    for (var at = target; at; at = at.parentElement) {
      if (at.tagName === 'DETAILS') at.open = true;
      if (at.hidden) at.hidden = false;
    }
    if (target) target.scrollIntoView();
  }
  addEventListener('hashchange', function () { open(location.hash); });
  document.addEventListener('click', function (event) {
    var link = event.target.closest ? event.target.closest('a[href^="#"]') : null;
    if (link) open(link.getAttribute('href'));
  });
  if (location.hash) open(location.hash);

  var folded = [];
  addEventListener('beforeprint', function () {
    folded = Array.from(document.querySelectorAll('details:not([open])'));
    folded.forEach(function (details) { details.open = true; });
  });
  addEventListener('afterprint', function () {
    folded.forEach(function (details) { details.open = false; });
  });

  var box = document.getElementById('filter');
  var shown = document.getElementById('shown');
  var all = Array.from(document.querySelectorAll('.patients > details'));
  var texts = null;
  var waiting = 0;
  function filter() {
    if (!texts) texts = all.map(function (details) { return details.textContent.toLowerCase(); });
    var words = box.value.toLowerCase().split(/\s+/).filter(Boolean);
    var number = 0;
    all.forEach(function (details, index) {
      var match = words.every(function (word) { return texts[index].includes(word); });
      details.hidden = !match;
      if (match) number += 1;
    });
    shown.textContent = words.length ? number + ' of ' + all.length : '';
  }
  box.closest('.filter').hidden = false;
  box.addEventListener('input', function () {
    clearTimeout(waiting);
    waiting = setTimeout(filter, 120);
  });
})();
