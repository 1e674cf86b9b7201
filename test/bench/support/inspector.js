import { waitFor } from '@dialogue/testing/stack';

const mib = 2 ** 20;

/**
 * Looks into a Node program that was started with `--inspect`, and into its threads: nothing is built into it for that.
 *
 * @param {number} port
 */
export async function inspect(port) {
  const [{ webSocketDebuggerUrl }] = await waitFor('the program can be inspected', async () =>
    (await fetch(`http://127.0.0.1:${port}/json/list`)).json(),
  );
  const socket = new WebSocket(webSocketDebuggerUrl);
  await new Promise((resolve, reject) => {
    socket.onopen = resolve;
    socket.onerror = reject;
  });
  const main = openSession((message) => socket.send(message));
  const threads = new Map();
  main.on('NodeWorker.attachedToWorker', ({ sessionId }) => {
    threads.set(
      sessionId,
      openSession((message) => void main.ask('NodeWorker.sendMessageToWorker', { sessionId, message })),
    );
  });
  main.on('NodeWorker.detachedFromWorker', ({ sessionId }) => threads.delete(sessionId));
  main.on('NodeWorker.receivedMessageFromWorker', ({ sessionId, message }) => threads.get(sessionId)?.hear(message));
  socket.onmessage = ({ data }) => main.hear(data);
  await main.ask('NodeWorker.enable', { waitForDebuggerOnStart: false });

  return {
    /** Everything that nobody needs is thrown away; then what the process holds, in MiB. */
    async memory() {
      const sessions = [main, ...threads.values()];
      for (let time = 0; time < 3; time += 1)
        await Promise.all(sessions.map((session) => session.ask('HeapProfiler.collectGarbage')));
      const [all, ...ofThreads] = await Promise.all(sessions.map(usageIn));
      const heaps = [all, ...ofThreads].map(({ heapUsed }) => heapUsed / mib);
      const heapMiB = heaps.reduce((sum, heap) => sum + heap, 0);
      // The process as a whole, the native core and what its allocator keeps included.
      return {
        rssMiB: whole(all.rss / mib),
        heapMiB: whole(heapMiB),
        externalMiB: whole(all.external / mib),
        threads: threads.size,
      };
    },
    close: () => socket.close(),
  };
}

/** One conversation: questions have numbers, what is told unasked has a name. */
function openSession(send) {
  const asked = new Map();
  const heard = new Map();
  let last = 0;
  return {
    on: (method, listener) => heard.set(method, listener),
    ask(method, params = {}) {
      last += 1;
      send(JSON.stringify({ id: last, method, params }));
      return new Promise((resolve, reject) => asked.set(last, { resolve, reject }));
    },
    hear(message) {
      const { id, method, params, result, error } = JSON.parse(message);
      if (id === undefined) return heard.get(method)?.(params);
      const { resolve, reject } = asked.get(id) ?? {};
      asked.delete(id);
      return error === undefined ? resolve?.(result) : reject?.(new Error(error.message));
    },
  };
}

async function usageIn(session) {
  const expression = 'JSON.stringify(process.memoryUsage())';
  const { result } = await session.ask('Runtime.evaluate', { expression, returnByValue: true });
  return JSON.parse(result.value);
}

function whole(value) {
  return Math.round(value * 10) / 10;
}
