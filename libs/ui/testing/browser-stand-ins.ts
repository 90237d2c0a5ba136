/** What jsdom lacks and components ask for. Nothing here answers anything: specs that need an answer bring their own. */
class SilentResizeObserver implements ResizeObserver {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}

export function standInForBrowser(): void {
  // jsdom has no drawing and complains at every question for it.
  HTMLCanvasElement.prototype.getContext = () => null;
  Element.prototype.scrollIntoView ??= () => {};
  globalThis.ResizeObserver ??= SilentResizeObserver;
  globalThis.matchMedia ??= (query) => ({
    matches: false,
    media: query,
    onchange: null,
    addEventListener: () => {},
    removeEventListener: () => {},
    addListener: () => {},
    removeListener: () => {},
    dispatchEvent: () => true,
  });
}
