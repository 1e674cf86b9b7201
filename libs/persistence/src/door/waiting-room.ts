/** Those who wait for something by its id. */
export interface WaitingRoom {
  /** `woken` comes true at the first waking, at the latest when the time is over. */
  enter(id: string, timeoutMs: number): { readonly woken: Promise<void>; readonly leave: () => void };
  wake(id: string): void;
  wakeAll(): void;
}

export function createWaitingRoom(): WaitingRoom {
  const sleepers = new Map<string, Set<() => void>>();
  return { enter, wake, wakeAll };

  function enter(id: string, timeoutMs: number): ReturnType<WaitingRoom['enter']> {
    let wakeUp = (): void => undefined;
    const woken = new Promise<void>((resolve) => {
      wakeUp = resolve;
    });
    const timer = setTimeout(wakeUp, timeoutMs);
    const beside = sleepers.get(id) ?? new Set();
    sleepers.set(id, beside.add(wakeUp));
    const leave = (): void => {
      clearTimeout(timer);
      beside.delete(wakeUp);
      if (beside.size === 0 && sleepers.get(id) === beside) sleepers.delete(id);
    };
    return { woken, leave };
  }

  function wake(id: string): void {
    for (const wakeUp of sleepers.get(id) ?? []) wakeUp();
  }

  function wakeAll(): void {
    for (const id of sleepers.keys()) wake(id);
  }
}
