/// The search of the page: works from a file, without a server. A row is shown where it, with the heading of its group,
/// holds every word that was typed; meanwhile parts without a hit step aside, and come back by the list of contents.
enum PageScript {
    static let text = """
        (function () {
          "use strict";
          var form = document.querySelector("form.filter");
          var output = form.querySelector("output");
          var rows = [];
          document.querySelectorAll("table.rows").forEach(function (table) {
            var region = table.dataset.region || "";
            Array.prototype.forEach.call(table.tBodies, function (body) {
              var group = "";
              Array.prototype.forEach.call(body.rows, function (row) {
                if (row.className === "group") { group = row.textContent; return; }
                rows.push({ row: row, body: body, region: region, text: (group + " " + row.textContent).toLowerCase() });
              });
            });
          });
          if (rows.length === 0) { return; }
          function number(value) { return String(value).replace(/\\B(?=(\\d{3})+$)/g, "\\u00a0"); }
          function apply() {
            var words = form.elements.q.value.toLowerCase().split(/\\s+/).filter(Boolean);
            var region = form.elements.region ? form.elements.region.value : "";
            var shown = 0;
            var alive = new Set();
            rows.forEach(function (entry) {
              var visible = (!region || !entry.region || entry.region === region)
                && words.every(function (word) { return entry.text.indexOf(word) !== -1; });
              if (entry.row.hidden === visible) { entry.row.hidden = !visible; }
              if (visible) { shown += 1; alive.add(entry.body); }
            });
            document.querySelectorAll("table.rows").forEach(function (table) {
              var any = false;
              Array.prototype.forEach.call(table.tBodies, function (body) {
                body.hidden = !alive.has(body);
                any = any || alive.has(body);
              });
              (table.closest(".block") || table).hidden = !any;
            });
            var filtered = words.length > 0 || region !== "";
            document.querySelectorAll("section.part").forEach(function (part) {
              part.hidden = filtered && !part.querySelector("table.rows tbody:not([hidden])");
            });
            form.classList.toggle("active", filtered);
            output.textContent = filtered
              ? "Visar " + number(shown) + " av " + number(rows.length) + " prisrader"
              : number(rows.length) + " prisrader";
          }
          var timer = 0;
          form.addEventListener("input", function () { clearTimeout(timer); timer = setTimeout(apply, 80); });
          form.addEventListener("submit", function (event) { event.preventDefault(); apply(); });
          document.querySelector("nav.contents").addEventListener("click", function () { form.reset(); apply(); });
          form.hidden = false;
          apply();
        })();
        """
}
