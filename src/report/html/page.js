"use strict";
(() => {
  const form = document.getElementById("filter");
  const shown = document.getElementById("shown");
  const items = [...document.querySelectorAll(".item")];
  const findings = items.filter((item) => item.id);
  const groups = [...document.querySelectorAll(".group, table.list")];
  const choices = [...form.querySelectorAll("[type=checkbox]")];
  const names = ["q", "severity", "kind", "body", "section"];
  const texts = new Map();

  // One way of placing tones: hoà and hòa are one word.
  const composed = (text) => text.toLowerCase().normalize("NFD")
    .replace(/([ou])([\u0300\u0301\u0303\u0309\u0323])([aey])(?![a-z])/g, "$1$3$2").normalize("NFC");
  const bare = (text) => text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/đ/g, "d");
  const textOf = (item) => {
    if (!texts.has(item)) {
      const text = item.textContent.replace(/\s+/g, " ");
      texts.set(item, [composed(text), bare(text)]);
    }
    return texts.get(item);
  };
  // A query without diacritics finds every spelling, one with them its own.
  const holds = (item, query) => {
    const [withMarks, without] = textOf(item);
    return bare(query) === query ? without.includes(query) : withMarks.includes(composed(query));
  };

  const state = () => {
    const chosen = {};
    for (const name of names) {
      const value = form.elements[name].value.trim();
      if (value) chosen[name] = value;
    }
    for (const box of choices) if (box.checked) chosen[box.name] = box.value;
    return chosen;
  };

  const apply = () => {
    const { q, print, ...chosen } = state();
    document.body.classList.toggle("findings-only", print === "findings");
    const query = (q || "").toLowerCase().normalize("NFC").replace(/\s+/g, " ");
    for (const item of items) {
      const fits = Object.entries(chosen).every(([name, value]) => item.dataset[name].split("|").includes(value));
      item.hidden = !(fits && (!query || holds(item, query)));
    }
    for (const group of groups) {
      const own = group.querySelectorAll(".item");
      group.hidden = own.length > 0 && [...own].every((item) => item.hidden);
    }
    const count = findings.filter((item) => !item.hidden).length;
    const message = form.dataset.shown.replace("{n}", count).replace("{all}", findings.length);
    if (shown.textContent !== message) shown.textContent = message;
  };

  const store = () => {
    const address = new URLSearchParams(state()).toString();
    history.replaceState(null, "", address ? "#" + address : location.pathname + location.search);
  };

  const reveal = (id) => {
    const target = document.getElementById(id);
    if (!target) return;
    if (target.closest("[hidden]")) {
      form.reset();
      apply();
    }
    target.scrollIntoView();
    // Beside a row stands the one it is matched with.
    const side = target.closest(".program");
    const beside = side && target.querySelector(side.matches(":first-child") ? "a[href^='#R-']" : "a[href^='#L-']");
    const partner = beside && document.getElementById(decodeURIComponent(beside.hash.slice(1)));
    if (partner) {
      const column = partner.closest(".program");
      column.scrollTop += partner.getBoundingClientRect().top - target.getBoundingClientRect().top;
    }
    if (target.tabIndex === -1) target.focus({ preventScroll: true });
  };

  // An address is a filter (`severity=doubt&q=cau`) or the anchor of a place.
  const follow = () => {
    const address = location.hash.slice(1);
    if (!address.includes("=")) {
      if (address) reveal(decodeURIComponent(address));
      return;
    }
    const wanted = new URLSearchParams(address);
    for (const name of names) form.elements[name].value = wanted.get(name) || "";
    for (const box of choices) box.checked = wanted.get(box.name) === box.value;
    apply();
    form.scrollIntoView();
  };

  form.hidden = false;
  form.addEventListener("input", () => { apply(); store(); });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.querySelector("button").addEventListener("click", () => { form.reset(); apply(); store(); });
  for (const link of document.querySelectorAll("[data-filter]")) link.href = "#" + link.dataset.filter;
  addEventListener("hashchange", follow);
  // What a reader prints is complete: folded notes are opened.
  addEventListener("beforeprint", () => document.querySelectorAll("details").forEach((part) => { part.open = true; }));
  apply();
  follow();
})();
