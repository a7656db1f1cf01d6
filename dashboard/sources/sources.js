// The documents: files that are chosen or dropped are sent one by one; buttons in the list say what is wanted.
(function () {
  "use strict";

  const set = (name, properties) => window.dash_clientside.set_props(name, properties);
  const box = () => document.getElementById("drop");
  const reason = (name, why) => ({ name, reason: why });

  async function send(file) {
    if (file.size > Number(box().dataset.largest)) {
      throw new Error(`it is larger than ${Math.floor(box().dataset.largest / 2 ** 20)} MB: add it by its path, or in parts`);
    }
    const path = `/sources/files?${new URLSearchParams({ name: file.name.slice(-300) })}`;
    const headers = { "Content-Type": "application/octet-stream" };
    let answer;
    try {
      answer = await fetch(path, { method: "POST", headers, body: file });
    } catch {
      throw new Error("it could not be sent: the server does not answer, or the file cannot be opened");
    }
    const said = await answer.json().catch(() => ({}));
    if (!said.name) throw new Error(said.error || "the server did not take it");
    return said.name;
  }

  async function sendAll(files) {
    const kept = [];
    const refused = [];
    const label = box().querySelector("span");
    const words = label.textContent;
    box().classList.add("busy");
    for (const [number, file] of files.entries()) {
      label.textContent = `Sending ${number + 1} of ${files.length}`;
      try {
        kept.push(await send(file));
      } catch (problem) {
        refused.push(reason(file.name, problem.message));
      }
    }
    label.textContent = words;
    box().classList.remove("busy");
    set("uploaded", { data: { kept, refused, at: Date.now() } });
  }

  document.addEventListener("click", (event) => {
    const ask = event.target.closest("[data-source-ask]");
    if (ask) {
      set("source-asked", { data: { what: ask.dataset.sourceAsk, source: ask.dataset.source, at: Date.now() } });
    } else if (event.target.closest("#choose-files")) {
      const input = document.createElement("input");
      input.type = "file";
      input.multiple = true;
      input.addEventListener("change", () => input.files.length && sendAll([...input.files]));
      input.click();
    } else if (event.target.closest(".documents [data-narrow]")) {
      set("sources", { opened: false });
    } else if (event.target.closest("[data-open-sources]")) {
      document.getElementById("sources-open").click();
    } else if (event.target.closest("#complaint")) {
      set("complaint", { children: null });
    }
  });

  // A file that is dropped beside the box would replace the page by the file.
  for (const kind of ["dragover", "drop"]) {
    document.addEventListener(kind, (event) => {
      if (!event.dataTransfer || ![...event.dataTransfer.types].includes("Files")) return;
      event.preventDefault();
      const inside = event.target.closest("#drop");
      if (box()) box().classList.toggle("over", kind === "dragover" && Boolean(inside));
      if (kind === "drop" && inside && event.dataTransfer.files.length) sendAll([...event.dataTransfer.files]);
    });
  }

  // Dash is silent when its server is gone, or no longer knows this page's cookie.
  const GONE = "The server does not answer. Start it again, and this page goes on.";
  const LOCKED = "This page was opened with an address that no longer holds. Open the one that the server printed.";
  const original = window.fetch;
  let wrong = null;
  function tell(problem) {
    if (problem !== wrong) set("complaint", { children: problem });
    wrong = problem;
  }
  window.fetch = async (...request) => {
    try {
      const answer = await original(...request);
      tell(answer.status === 403 ? LOCKED : null);
      return answer;
    } catch (problem) {
      if (problem.name !== "AbortError") tell(GONE);
      throw problem;
    }
  };

  // The date that is known stands in the field; what is typed replaces it.
  document.addEventListener("focusin", (event) => {
    if (event.target.id === "date") event.target.select();
  });
})();
