import { createServer } from 'node:http';

import { previewOf } from './preview-page.vi.js';

/*
 * All letters with sample data, as a page for whoever works on them: `node preview.main.js <address> <port>`. It is started by
 * `npm start`, is in no image, and ends with the process that started it.
 */
const [address = '127.0.0.1', port = '8026'] = process.argv.slice(2);

const server = createServer((request, response) => {
  previewOf(new URL(request.url ?? '/', `http://${address}`)).then(
    ({ status, type, body }) => response.writeHead(status, { 'Content-Type': `${type}; charset=utf-8` }).end(body),
    (error: unknown) => response.writeHead(500, { 'Content-Type': 'text/plain' }).end(String(error)),
  );
});

function stop(): void {
  server.closeAllConnections();
  server.close(() => process.exit(0));
}

process.once('SIGTERM', stop);
process.once('disconnect', stop);
process.on('SIGINT', () => undefined);
server.listen(Number(port), address, () => process.send?.('ready'));
