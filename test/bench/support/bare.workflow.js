import { condition, proxyActivities, setHandler, defineSignal } from '@temporalio/workflow';

const { nothing } = proxyActivities({ startToCloseTimeout: '15 seconds' });

/** What a case costs Temporal itself: each signal runs one activity that does nothing. */
export async function bareWorkflow(signals) {
  const waiting = [];
  setHandler(defineSignal('command'), (id) => {
    waiting.push(id);
  });
  for (let left = signals; left > 0; left -= 1) {
    await condition(() => waiting.length > 0);
    await nothing(waiting.shift());
  }
}
