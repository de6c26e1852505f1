import { useEffect, useState, type ComponentType } from 'react';

/** A component whose code is fetched when it is first shown, or sooner by `fetch`. */
export type OnDemand<P> = ComponentType<P> & { readonly fetch: () => Promise<void> };

/**
 * Makes a component of code that is fetched when it is needed; `Waiting` stands for it until then. What was fetched is
 * shown at once: `lazy` is not used because React shows what `Suspense` waited for 0.3 s after its fallback at the
 * earliest (`FALLBACK_THROTTLE_MS`). When the network does not deliver, the nearest error boundary gets the error, and
 * showing the component again tries again.
 */
export function onDemand<P extends object>(
  load: () => Promise<ComponentType<P>>,
  Waiting: ComponentType = Nothing,
): OnDemand<P> {
  let Loaded: ComponentType<P> | null = null;
  const fetch = async (): Promise<void> => {
    Loaded ??= await load();
  };
  const Demanded = (props: P) => {
    const [arrival, setArrival] = useState<{ readonly error: unknown } | 'here' | null>(Loaded && 'here');
    useEffect(() => {
      if (arrival !== null) return;
      fetch().then(
        () => setArrival('here'),
        (error: unknown) => setArrival({ error }),
      );
    }, [arrival]);
    if (arrival !== null && arrival !== 'here') throw arrival.error;
    return Loaded ? <Loaded {...props} /> : <Waiting />;
  };
  return Object.assign(Demanded, { fetch });
}

function Nothing() {
  return null;
}
