"use strict";
// A statement or field under the pointer or the keyboard's focus lights up wherever else it stands on the page.
// Without this script the links alone do the work.
(() => {
  const keysOf = (element) => [
    ...(element.dataset.s || "").split(" ").map((key) => ["s", key]),
    ...(element.dataset.f || "").split(" ").map((key) => ["f", key]),
  ].filter(([, key]) => key);
  const put_out = () => document.querySelectorAll(".lit").forEach((element) => element.classList.remove("lit"));
  const light = (kind, key) =>
    document.querySelectorAll(`[data-${kind}~="${CSS.escape(key)}"]`).forEach((element) => element.classList.add("lit"));
  const follow = (event) => {
    const element = event.target instanceof Element ? event.target.closest("[data-s], [data-f]") : null;
    put_out();
    if (!element) return;
    const keys = keysOf(element);
    const fields = keys.filter(([kind]) => kind === "f");
    (fields.length ? fields : keys.slice(-1)).forEach(([kind, key]) => light(kind, key));
  };
  document.addEventListener("pointerover", follow);
  document.addEventListener("focusin", follow);
})();
