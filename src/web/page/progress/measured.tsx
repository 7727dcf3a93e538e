// Measured: a place for a picture that is drawn for its width, so that its texts keep their size.

import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";

interface MeasuredProps {
  /** @param width in pixels */
  children(width: number): ComponentChildren;
}

export function Measured({ children }: MeasuredProps) {
  const place = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    if (!place.current) return;
    const observer = new ResizeObserver(([entry]) => setWidth(Math.floor(entry?.contentRect.width ?? 0)));
    observer.observe(place.current);
    return () => observer.disconnect();
  }, []);
  return <div ref={place}>{width > 0 && children(width)}</div>;
}
