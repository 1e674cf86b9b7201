import { InterceptingCall, Metadata, status, type Interceptor } from '@grpc/grpc-js';

/**
 * Lets a call whose connection was closed end with CANCELLED. Without it, grpc-js throws where a call begins: for a call
 * that Temporal's client makes again, after a pause, that is in a timer, where nobody catches it and the process dies –
 * as an API would that is stopped while Temporal is away. Stands after the interceptor that retries.
 */
export const endWithConnection: Interceptor = (options, nextCall) => {
  try {
    return new InterceptingCall(nextCall(options));
  } catch (error) {
    return new InterceptingCall(endedCall(error instanceof Error ? error.message : String(error)));
  }
};

type Call = ConstructorParameters<typeof InterceptingCall>[0];

/** A call that has ended before it began. */
function endedCall(details: string): Call {
  const nothing = () => undefined;
  return {
    start(_metadata, listener) {
      // As grpc-js itself tells of a call without an answer: no message, then why.
      listener?.onReceiveMessage?.(null);
      listener?.onReceiveStatus?.({ code: status.CANCELLED, details, metadata: new Metadata() });
    },
    getPeer: () => 'none',
    getAuthContext: () => null,
    cancelWithStatus: nothing,
    sendMessageWithContext: nothing,
    sendMessage: nothing,
    startRead: nothing,
    halfClose: nothing,
  };
}
