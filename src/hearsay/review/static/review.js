// Deciding by keyboard: one key a verdict, words lit up as an item is reached, and words taken from a selection.
// Without this script the same forms work by themselves.
"use strict";
(() => {
  const desk = document.querySelector(".desk");
  const typing = (target) => target.closest("input:not([type=checkbox]), select, textarea") !== null;
  const go = (address) => { window.location.href = address; };

  if (!desk) {
    document.addEventListener("keydown", (event) => {
      const next = document.querySelector("a.go");
      if (event.key === "n" && next && !typing(event.target) && !event.ctrlKey && !event.metaKey && !event.altKey) {
        go(next.href);
      }
    });
    return;
  }

  const words = Array.from(document.querySelectorAll(".report .w"));
  const items = () => Array.from(document.querySelectorAll(".item")).filter((item) => item.offsetParent !== null);
  let current = null;

  const pairs = (text) => text.split(",").filter(Boolean).map((pair) => pair.split("-").map(Number));

  const light = (spans) => {
    let first = null;
    for (const word of words) {
      const start = Number(word.dataset.start);
      const lit = spans.some(([from, to]) => start >= from && start < to);
      word.classList.toggle("lit", lit);
      first = first || (lit ? word : null);
    }
    if (first) { first.scrollIntoView({ block: "center", behavior: "instant" }); }
  };

  const show = (item, scroll) => {
    if (!item) { return; }
    if (current && current !== item) { current.classList.remove("current"); }
    current = item;
    item.classList.add("current");
    const given = item.querySelector("[name=spans]");
    light(pairs((given && given.value) || item.dataset.spans));
    if (scroll) {
      item.scrollIntoView({ block: "nearest", behavior: "instant" });
      item.querySelector(".verdicts button").focus({ preventScroll: true });
    }
  };

  const move = (by) => {
    const all = items();
    show(all[Math.min(Math.max(all.indexOf(current) + by, 0), all.length - 1)], true);
  };

  const told = (item, message) => {
    const fault = item.querySelector(".fault");
    fault.textContent = message;
    fault.hidden = false;
  };

  // What the server says of a decision takes the item's place: it alone knows what stands.
  const send = async (item, button, onward) => {
    const form = new FormData(item);
    form.append(button.name, button.value);
    for (const other of item.querySelectorAll("button")) { other.disabled = true; }
    if (onward) { move(1); }
    const headers = { "X-Hearsay-Token": document.querySelector("meta[name=token]").content };
    let answer = null;
    try {
      answer = await fetch(button.getAttribute("formaction") || item.getAttribute("action"), {
        method: "POST", body: new URLSearchParams(form), headers,
      });
    } catch {
      answer = null;
    }
    const text = answer ? await answer.text() : "";
    const page = new DOMParser().parseFromString(text, "text/html");
    const made = answer && answer.ok ? page.querySelector(".item") : null;
    if (!made) {
      for (const other of item.querySelectorAll("button")) { other.disabled = false; }
      const said = page.querySelector("main p");
      show(item, true);
      told(item, said ? said.textContent : "The server did not answer; nothing was kept. Try again.");
      return;
    }
    const fresh = document.importNode(made, true);
    item.replaceWith(fresh);
    document.getElementById("left").textContent = answer.headers.get("X-Left");
    if (current === item) {
      current = null;
      show(fresh, true);
    }
  };

  const verdict = (name) => {
    const button = current && current.querySelector(`.verdicts [value="${name}"]`);
    if (button && !button.disabled) { send(current, button, true); }
  };

  const correct = () => {
    const box = current && current.querySelector("details.correction");
    if (!box) { return; }
    box.open = true;
    box.querySelector("input, select").focus();
  };

  // Offsets count code points, as the server does; a browser counts UTF-16.
  const offset = (node, at) => {
    const word = (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest(".w");
    if (!word) { return null; }
    const inside = node.nodeType === Node.TEXT_NODE ? Array.from(node.data.slice(0, at)).length : (at ? Array.from(word.textContent).length : 0);
    return Number(word.dataset.start) + inside;
  };

  const take = () => {
    const selection = window.getSelection();
    const given = current && current.querySelector("[name=spans]");
    if (!given || selection.isCollapsed) { return; }
    const range = selection.getRangeAt(0);
    const ends = [offset(range.startContainer, range.startOffset), offset(range.endContainer, range.endOffset)];
    if (ends.includes(null) || ends[0] >= ends[1]) { return; }
    given.value = `${ends[0]}-${ends[1]}`;
    current.querySelector("details.correction").open = true;
    light([ends]);
    selection.removeAllRanges();
  };

  const back = () => {
    const button = current && current.querySelector("[name=review]");
    if (button) { send(current, button, false); }
  };

  const KEYS = {
    j: () => move(1), ArrowDown: () => move(1), k: () => move(-1), ArrowUp: () => move(-1),
    a: () => verdict("accept"), r: () => verdict("reject"), u: () => verdict("cannot tell"),
    c: correct, s: take, z: back,
    n: () => go(desk.dataset.next), q: () => go(desk.dataset.queue),
    "?": () => { const keys = document.querySelector(".keys"); keys.open = !keys.open; },
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) { return; }
    if (event.key === "Escape" && typing(event.target)) {
      event.target.closest("details")?.removeAttribute("open");
      show(event.target.closest(".item"), true);
      return;
    }
    if (typing(event.target)) {
      if (event.key === "Enter" && event.target.closest(".correction")) {
        event.preventDefault();
        const item = event.target.closest(".item");
        send(item, item.querySelector("[value=correct]"), true);
      }
      return;
    }
    const act = KEYS[event.key];
    if (act) { event.preventDefault(); act(); }
  });

  document.addEventListener("submit", (event) => {
    const item = event.target.closest(".item");
    if (item && event.submitter) {
      event.preventDefault();
      send(item, event.submitter, event.submitter.name === "verdict");
    }
  });

  document.addEventListener("focusin", (event) => {
    const item = event.target.closest(".item");
    if (item && item !== current) { show(item, false); }
  });
  document.addEventListener("click", (event) => {
    const item = event.target.closest(".item");
    if (item && item !== current) { show(item, false); }
  });

  const begun = document.querySelector(".item:target") || document.querySelector(".item:not(.done)") || document.querySelector(".item");
  show(begun, true);
})();
