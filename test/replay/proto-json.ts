import { createRequire } from 'node:module';

import type { temporal } from '@temporalio/proto';

type History = temporal.api.history.v1.IHistory;

/** What reads and writes histories in the standard JSON of protobuf. */
interface ProtoJson {
  fromJson(type: unknown, json: unknown, options: { readonly ignoreUnknownFields: boolean }): History;
  toJson(type: unknown, history: History): unknown;
}

// The SDK's own `historyFromJSON` fails where npm has installed protobufjs once for `common` and once for `proto`: it
// hands the types of one copy to the other. Here both come from the same.
const require = createRequire(import.meta.url);
const requireOfProto = createRequire(require.resolve('@temporalio/proto'));
const protoJson = requireOfProto('protobufjs/ext/protojson') as ProtoJson;
const root = require('@temporalio/proto') as { lookupType(name: string): { fromObject(history: History): History } };
const historyType = root.lookupType('temporal.api.history.v1.History');

export function historyFromJson(json: unknown): History {
  return protoJson.fromJson(historyType, json, { ignoreUnknownFields: true });
}

export function historyToJson(history: History): unknown {
  return protoJson.toJson(historyType, historyType.fromObject(history));
}
