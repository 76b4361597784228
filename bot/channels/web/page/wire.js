// The socket: opened, lost, opened again, until the desk says that there is no point.

const LONGEST_WAIT = 20_000;
const HIDDEN_TOO_LONG = 30_000;
const RESTARTING = 1012;

export class Wire {
  /** `hello()` gives the first frame, `hear(name, value)` gets every frame, `state` is open, away or ended. */
  constructor({ hello, hear, change }) {
    Object.assign(this, { hello, hear, change });
    this.attempts = 0;
    this.isOpen = false;
    this.watch();
  }

  open() {
    clearTimeout(this.timer);
    this.drop();
    const socket = new WebSocket(address());
    this.socket = socket;
    socket.onopen = () => socket.send(JSON.stringify(this.hello()));
    socket.onmessage = ({ data }) => socket === this.socket && this.receive(JSON.parse(data));
    socket.onclose = ({ code }) => socket === this.socket && this.closed(code);
  }

  /** Tell the desk; false when nobody is listening. */
  tell(frame) {
    if (!this.isOpen || this.socket.readyState !== WebSocket.OPEN) return false;
    this.socket.send(JSON.stringify(frame));
    return true;
  }

  receive(frame) {
    if ("welcome" in frame && !this.isOpen) {
      this.attempts = 0;
      this.isOpen = true;
      this.change("open");
    }
    for (const [name, value] of Object.entries(frame)) this.hear(name, value);
  }

  closed(code) {
    this.socket = null;
    this.isOpen = false;
    if (code >= 4400 && code < 4500) {
      this.socket = undefined; // for good: coming back to the tab must not knock again
      this.change("ended", code);
      return;
    }
    this.change("away");
    this.timer = setTimeout(() => this.open(), code === RESTARTING ? 300 + Math.random() * 1200 : this.wait());
  }

  /** Everybody lost the same server at the same moment: they must not all come back at the same moment. */
  wait() {
    const longest = Math.min(LONGEST_WAIT, 500 * 2 ** this.attempts++);
    return longest * (0.5 + Math.random() / 2);
  }

  /** The connection looks dead although nobody said so. */
  renew() {
    this.change("away");
    this.open();
  }

  drop() {
    const old = this.socket;
    this.socket = null;
    this.isOpen = false;
    old?.close();
  }

  watch() {
    let hiddenAt = 0;
    addEventListener("online", () => this.socket !== undefined && this.renew());
    document.addEventListener("visibilitychange", () => {
      if (document.hidden) hiddenAt = Date.now();
      else if (this.socket === undefined) return;
      else if (this.socket === null || Date.now() - hiddenAt > HIDDEN_TOO_LONG) this.renew();
    });
  }
}

function address() {
  const url = new URL("ws", location.href.split("#")[0]);
  url.protocol = url.protocol.replace("http", "ws");
  return url;
}
