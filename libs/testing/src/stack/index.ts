export { logIn, type ApiAnswer, type ApiClient, type Credentials } from './api-client.js';
export type { AppProgram } from './app-program.js';
export { historyOf, workflowIds, type SeenEvent } from './histories.js';
export {
  accountForLetters,
  lettersOnTheirWay,
  oweManyLetters,
  sendThroughKilledWorkers,
  type LettersAccount,
} from './many-letters.js';
export { startRealStack, type LineName, type RealStack } from './real-stack.js';
export type { HeldLock, RegisterView } from './register.js';
export type { StackServer } from './servers.js';
export type { ProxyMode, TcpProxy } from './tcp-proxy.js';
export { waitFor } from './wait-until.js';
