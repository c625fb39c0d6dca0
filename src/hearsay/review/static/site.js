"use strict";
// Small comforts; every page works without them.
(() => {
  const typing = (element) => element instanceof Element && element.closest("input, select, textarea, [contenteditable]");
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    const follow = (selector) => {
      const link = document.querySelector(selector);
      if (!link) return;
      event.preventDefault();
      link.click();
    };
    if (event.key === "/") {
      const find = document.getElementById("find");
      if (!find) return;
      event.preventDefault();
      find.focus();
      find.select();
    } else if (event.key === "n") follow('a[rel="next"]');
    else if (event.key === "p") follow('a[rel="prev"]');
    else if (event.key === "j" || event.key === "k") {
      const rows = [...document.querySelectorAll("table.cases tbody th a, ol.reports a.headline")];
      if (!rows.length) return;
      const at = rows.indexOf(document.activeElement);
      rows[Math.max(0, Math.min(rows.length - 1, at + (event.key === "j" ? 1 : -1)))].focus();
      event.preventDefault();
    }
  });
  // a form's empty fields need not stand in the address
  document.addEventListener("submit", (event) => {
    if (event.target.method !== "get") return;
    for (const field of event.target.elements) if (!field.value || (field.name === "sort" && field.value === "time")) field.disabled = true;
  });
  window.addEventListener("pageshow", () => document.querySelectorAll("form :disabled").forEach((field) => { field.disabled = false; }));
  for (const select of document.querySelectorAll("form.policy select")) select.addEventListener("change", () => select.form.requestSubmit());
  const wide = window.matchMedia("(min-width: 60rem)");
  // open where there is room for it beside the table, and in the way where there is not
  const fold = () => document.querySelectorAll("details.foldable").forEach((one) => { one.open = wide.matches; });
  wide.addEventListener("change", fold);
  fold();
})();
