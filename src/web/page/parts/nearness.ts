// Nearness: whether an element is seen or soon will be, so that only what is near is drawn.

const listeners = new WeakMap<Element, (isNear: boolean) => void>();

const observer = new IntersectionObserver(
  (entries) => {
    for (const { target, isIntersecting } of entries) listeners.get(target)?.(isIntersecting);
  },
  { rootMargin: "1200px 0px" },
);

/** Returns what ends it. */
export function watchNearness(element: Element, listener: (isNear: boolean) => void): () => void {
  listeners.set(element, listener);
  observer.observe(element);
  return () => observer.unobserve(element);
}
