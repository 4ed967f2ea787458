// Keys and small comforts. Every page works without this file.
"use strict";
(() => {
  const off = () => { try { return localStorage.getItem("khabar-keys") === "off"; } catch { return false; } };
  const steps = () => [...document.querySelectorAll("[data-step]")];
  let at = -1;
  const go = (by) => {
    const all = steps();
    if (!all.length) return;
    if (all[at]) all[at].classList.remove("current");
    at = Math.max(0, Math.min(all.length - 1, at + by));
    const here = all[at];
    here.classList.add("current");
    here.scrollIntoView({ block: "nearest" });
    const first = here.querySelector("a, summary");
    if (first) first.focus({ preventScroll: true });
  };
  const typing = (e) => e.target.closest("input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable]");
  const dialog = document.getElementById("keys");
  const drawer = document.querySelector(".drawer");
  // The form of the drawer is about what J and K have reached.
  const about = () => {
    const step = steps()[at], choice = drawer && drawer.querySelector("select[name=subject]");
    if (step && step.dataset.event && choice && [...choice.options].some((o) => o.value === step.dataset.event)) choice.value = step.dataset.event;
  };
  // event.code is the place of the key: on an Arabic layout its letter never arrives.
  document.addEventListener("keydown", (e) => {
    if (e.code === "Escape" && drawer && drawer.open && !dialog.open) { drawer.open = false; drawer.querySelector("summary").focus(); return; }
    if (off() || e.ctrlKey || e.metaKey || e.altKey || typing(e) || dialog.open) return;
    if (e.code === "Slash" && e.shiftKey) { e.preventDefault(); dialog.showModal(); }
    else if (e.code === "Slash") { e.preventDefault(); document.getElementById("q").focus(); }
    else if (e.code === "KeyJ") go(1);
    else if (e.code === "KeyK") go(-1);
    else if (e.code === "KeyE") { const all = steps(); const d = all[at] && all[at].querySelector("details"); if (d) d.open = !d.open; }
    else if (drawer && e.code === "KeyR") { e.preventDefault(); about(); drawer.open = true; drawer.scrollIntoView({ block: "nearest" }); const f = drawer.querySelector("input:not([type=hidden]), select"); if (f) f.focus(); }
    else if (drawer && drawer.open) {
      const verb = { KeyA: "accept", KeyC: "correct", KeyX: "reject", KeyM: "merge", KeyS: "split" }[e.code];
      const radio = verb && drawer.querySelector(`input[name=verb][value=${verb}]`);
      const form = verb && drawer.querySelector(`form[data-verb=${verb}]`);
      if (radio) { e.preventDefault(); radio.checked = true; radio.focus(); }
      else if (form) { e.preventDefault(); form.querySelector("input:not([type=hidden]), select").focus(); }
    }
  });
  for (const button of document.querySelectorAll("[data-keys]")) {
    const name = () => { button.textContent = off() ? button.dataset.on : button.dataset.off; };
    name();
    button.addEventListener("click", () => { try { localStorage.setItem("khabar-keys", off() ? "on" : "off"); } catch { /* private mode */ } name(); });
  }
  for (const button of document.querySelectorAll("[data-print]")) {
    button.hidden = false;
    button.addEventListener("click", () => window.print());
  }
})();
