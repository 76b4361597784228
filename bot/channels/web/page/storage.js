// Storage that also works where browsers forbid it, such as in a strict private window: then for this visit only.

class Drawer {
  constructor(find) {
    this.kept = new Map();
    try {
      this.storage = find();
    } catch {
      this.storage = null;
    }
  }

  get(name) {
    return this.kept.get(name) ?? this.storage?.getItem(PREFIX + name) ?? "";
  }

  set(name, value) {
    try {
      if (value) this.storage.setItem(PREFIX + name, value);
      else this.storage.removeItem(PREFIX + name);
      this.kept.delete(name);
    } catch {
      this.kept.set(name, value);
    }
  }
}

const PREFIX = "aftercare.";
export const browser = new Drawer(() => window.localStorage);
export const tab = new Drawer(() => window.sessionStorage);
