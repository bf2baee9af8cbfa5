// <ravine-lab>: an experiment of Ravine in a page of yours. Version 1. Its attributes are the keys of Ravine's link.
const keys =
  "surface value domain start noise network layers batch epochs steps seed backend activation init images standardise shift rotate dropout labelNoise fgsm rule run numbers label view figure inside window step play log smooth span loop goal theme scale lang hide".split(
    " ",
  );

class RavineLab extends HTMLElement {
  static observedAttributes = ["hash", ...keys.map((key) => key.toLowerCase())];
  #calls = new Map();
  #unsent = [];
  #lastId = 0;
  #origin = "";
  #frame;
  #isReady = false;
  #willSet = false;

  connectedCallback() {
    const page = new URL(this.getAttribute("base") ?? "./", import.meta.url);
    this.#origin = page.origin;
    this.#frame = Object.assign(document.createElement("iframe"), {
      loading: "lazy",
      title: this.title || "Ravine: optimizers compared",
      allow: "fullscreen; clipboard-write",
      src: `${page.href}#${this.hash}&embed=1&origins=${encodeURIComponent(self.origin)}`,
    });
    this.#frame.style.cssText = "display:block;width:100%;height:420px;border:0";
    this.style.display ||= "block";
    (this.shadowRoot ?? this.attachShadow({ mode: "open" })).replaceChildren(this.#frame);
    addEventListener("message", this.#hear);
  }

  disconnectedCallback() {
    removeEventListener("message", this.#hear);
    for (const { reject } of this.#calls.values()) reject(new Error("the frame was removed"));
    this.#calls.clear();
    this.#unsent = [];
    this.#isReady = false;
  }

  attributeChangedCallback() {
    if (!this.#isReady || this.#willSet) return;
    this.#willSet = true;
    queueMicrotask(() => {
      this.#willSet = false;
      this.set(this.hash).catch(() => {});
    });
  }

  /** What the attributes say, as the hash of a link. Runs are parted by spaces, rules and labels by `|`. */
  get hash() {
    const parts = [this.getAttribute("hash")];
    for (const key of keys.filter((key) => this.hasAttribute(key))) {
      const text = this.getAttribute(key).trim();
      const isList = key === "rule" || key === "label";
      const values = key === "run" ? text.split(/\s+(?![^(]*\))/) : isList ? text.split("|") : [text];
      // `hidden` would hide the element.
      for (const value of values)
        parts.push(`${key === "layers" ? "hidden" : key}=${encodeURIComponent(value)}`);
    }
    return parts.filter(Boolean).join("&");
  }

  // Vue and React write to a property that is there rather than to the attribute of its name.
  set hash(text) {
    this.#say("hash", text);
  }
  get step() {
    return this.#step;
  }
  set step(text) {
    this.#say("step", text);
  }
  get play() {
    return this.#play;
  }
  set play(text) {
    this.#say("play", text);
  }
  #say(name, text) {
    if (text == null) this.removeAttribute(name);
    else this.setAttribute(name, typeof text === "boolean" ? Number(text) : text);
  }

  set = (what) => this.#call("set", typeof what === "string" ? { hash: what } : { spec: what });
  get = () => this.#call("get");
  #play = () => this.#call("play");
  pause = () => this.#call("pause");
  #step = (by = 1) => this.#call("step", { by });
  seek = (step) => this.#call("seek", { step });
  recording = () => this.#call("recording");

  #call(method, params = {}) {
    return new Promise((resolve, reject) => {
      const id = ++this.#lastId;
      this.#calls.set(id, { resolve, reject });
      const message = { jsonrpc: "2.0", id, method, params };
      if (this.#isReady) this.#send(message);
      else this.#unsent.push(message);
    });
  }

  #send(message) {
    this.#frame.contentWindow?.postMessage(message, this.#origin);
  }

  #hear = ({ source, origin, data }) => {
    if (source !== this.#frame.contentWindow || origin !== this.#origin || data?.jsonrpc !== "2.0") return;
    const { id, method, params, result, error } = data;
    if (method === undefined) {
      const call = this.#calls.get(id);
      this.#calls.delete(id);
      if (error) call?.reject(Object.assign(new Error(error.message), { code: error.code }));
      else call?.resolve(result);
      return;
    }
    if (method === "height") this.#frame.style.height = `${params.height}px`;
    if (method === "ready") {
      this.#isReady = true;
      for (const message of this.#unsent.splice(0)) this.#send(message);
    }
    this.dispatchEvent(new CustomEvent(method, { detail: params }));
  };
}

customElements.get("ravine-lab") ?? customElements.define("ravine-lab", RavineLab);
export { RavineLab };
