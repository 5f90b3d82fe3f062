/// The script that lets a reader zoom into the lanes. Without it everything is readable as it stands.
enum PageScript {
    /// The SHA-256 of what stands in the page's script element, in Base64: the page's security policy lets this script run
    /// and no other. A test works it out from `text`.
    static let digest = "FOBYFBn7M+svm/5LIAfEadI3nCaXOt69z0liAG8d7gY="

    /// Zooming makes the pictures wider; scrolling is the browser's own, and all blocks of a figure scroll together.
    static let text = """
        'use strict';
        document.querySelectorAll('.gantt').forEach(function (figure) {
          var scrolls = Array.from(figure.querySelectorAll('.scroll')), zoom = 1, drag = null;
          figure.querySelector('.tools').hidden = false;
          function follow(from) {
            scrolls.forEach(function (one) { if (one !== from) { one.scrollLeft = from.scrollLeft; } });
          }
          function set(next, scroll, at) {
            next = Math.min(64, Math.max(1, next));
            var share = (scroll.scrollLeft + at) / scroll.scrollWidth;
            zoom = next;
            figure.style.setProperty('--zoom', zoom);
            figure.dataset.level = Math.min(3, Math.floor(Math.log2(zoom)));
            scroll.scrollLeft = share * scroll.scrollWidth - at;
            follow(scroll);
          }
          figure.querySelectorAll('[data-zoom]').forEach(function (button) {
            button.addEventListener('click', function () {
              var to = { 'in': zoom * 2, 'out': zoom / 2, 'whole': 1 }[button.dataset.zoom];
              if (scrolls.length) { set(to, scrolls[0], scrolls[0].clientWidth / 2); }
            });
          });
          scrolls.forEach(function (scroll) {
            scroll.addEventListener('scroll', function () { follow(scroll); });
            scroll.addEventListener('wheel', function (event) {
              if (!event.ctrlKey && !event.metaKey) { return; }
              event.preventDefault();
              var at = event.clientX - scroll.getBoundingClientRect().left;
              set(zoom * (event.deltaY < 0 ? 1.25 : 0.8), scroll, at);
            }, { passive: false });
            scroll.addEventListener('keydown', function (event) {
              if (event.key === '+' || event.key === '=') { set(zoom * 2, scroll, scroll.clientWidth / 2); }
              if (event.key === '-') { set(zoom / 2, scroll, scroll.clientWidth / 2); }
              if (event.key === '0') { set(1, scroll, 0); }
            });
            scroll.addEventListener('pointerdown', function (event) {
              if (event.pointerType === 'mouse' && event.button === 0) {
                drag = { x: event.clientX, left: scroll.scrollLeft };
                scroll.setPointerCapture(event.pointerId);
              }
            });
            scroll.addEventListener('pointermove', function (event) {
              if (drag) { scroll.scrollLeft = drag.left - (event.clientX - drag.x); }
            });
            scroll.addEventListener('pointerup', function () { drag = null; });
          });
        });
        var folded = [];
        window.addEventListener('beforeprint', function () {
          folded = Array.from(document.querySelectorAll('details:not([open])'));
          folded.forEach(function (one) { one.open = true; });
        });
        window.addEventListener('afterprint', function () {
          folded.forEach(function (one) { one.open = false; });
        });
        """
}
