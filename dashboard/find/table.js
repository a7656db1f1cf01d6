// The table of events, drawn from a page's words: a component of Dash for each cell would take half a second.
// Words of documents become text and nothing else; what says the same as before stays as it is.
(function () {
  "use strict";

  const box = () => document.getElementById("list");
  let chosen = null; // the event whose row is marked
  let table = null; // the elements that stay: {caption, heads, body, turns, all}
  let rows = new Map(); // what is in the body, by what it says

  function make(tag, properties, ...inside) {
    const { data = {}, ...others } = properties;
    const made = Object.assign(document.createElement(tag), others);
    Object.assign(made.dataset, data);
    made.append(...inside); // a string becomes text, whatever it holds
    return made;
  }
  const button = (className, words, data) => make("button", { type: "button", className, data }, words);

  function frame(headings) {
    const caption = make("caption", { className: "unseen" });
    const heads = headings.map(([column, title]) =>
      make("th", { scope: "col", className: `column-${column}` }, button("sort", title, { sort: column })));
    const body = make("tbody", {});
    const turns = make("nav", { className: "pages", ariaLabel: "Pages of the table" });
    const listing = make("table", { className: "listing" }, caption, make("thead", {}, make("tr", {}, ...heads)), body);
    return { caption, heads, body, turns, all: make("div", {}, listing, turns) };
  }

  function rowOf([event, ...cells], headings) {
    const status = cells[headings.findIndex(([column]) => column === "status")];
    const drawn = headings.map(([column], number) => {
      const more = column === "status" ? ` shape status-${status}` : "";
      const inside = column === "title" ? button("row-title", cells[number], {}) : cells[number];
      return make("td", { className: `column-${column}${more}` }, inside);
    });
    return make("tr", { className: "entry", data: { event, status } }, ...drawn);
  }

  function fill(page) {
    const before = rows;
    rows = new Map();
    for (const each of page.rows) {
      const words = JSON.stringify(each);
      rows.set(words, before.get(words) || rowOf(each, page.headings));
    }
    for (const [words, row] of before) if (!rows.has(words)) row.remove();
    let next = table.body.firstChild;
    for (const row of rows.values()) {
      if (row === next) next = next.nextSibling;
      else table.body.insertBefore(row, next);
    }
  }

  // The buttons stay, too, so that the one that was pressed keeps the focus.
  function turn(page) {
    const { turns } = table;
    if (turns.childElementCount === 0 || page.turns.length === 0) {
      const buttons = page.turns.map(([name]) => button("button", name, {}));
      const where = make("span", { className: "dim" });
      turns.replaceChildren(...(buttons.length ? [...buttons.slice(0, 2), where, ...buttons.slice(2)] : []));
    }
    for (const [number, each] of [...turns.querySelectorAll("button")].entries()) {
      const [, step, open] = page.turns[number];
      each.dataset.turn = step;
      each.disabled = !open;
    }
    for (const where of turns.querySelectorAll("span")) where.textContent = page.caption;
  }

  function mark() {
    for (const row of rows.values()) {
      if (row.dataset.event === chosen) row.setAttribute("aria-current", "true");
      else row.removeAttribute("aria-current");
    }
  }

  window.dash_clientside = window.dash_clientside || {};
  const shared = (window.dash_clientside.timeline = window.dash_clientside.timeline || {});
  Object.assign(shared, {
    list(page) {
      const none = window.dash_clientside.no_update;
      if (!page) return none;
      if (page.hint) {
        box().replaceChildren(make("p", { className: "hint" }, page.hint));
        return none;
      }
      table = table || frame(page.headings);
      table.caption.textContent = page.caption;
      page.headings.forEach(([, , way], number) => table.heads[number].setAttribute("aria-sort", way));
      fill(page);
      turn(page);
      mark();
      if (!table.all.isConnected) box().replaceChildren(table.all);
      return none;
    },

    // Another choice on the same page needs no new rows.
    point(selected) {
      chosen = selected;
      mark();
      return window.dash_clientside.no_update;
    },
  });
})();
