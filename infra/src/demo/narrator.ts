import type { TrackedCase } from './stage.js';

/** Tells the audience what happens, each step with its case and the link of its page in the Temporal UI. */
export interface Narrator {
  chapter(title: string): void;
  step(text: string, about?: Pick<TrackedCase, 'number' | 'workflowId'>): void;
  line(text: string): void;
}

/** Where the page of a workflow is. */
function workflowLink(uiPort: number, namespace: string, workflowId: string): string {
  const [kept, id] = [encodeURIComponent(namespace), encodeURIComponent(workflowId)];
  return `http://127.0.0.1:${String(uiPort)}/namespaces/${kept}/workflows/${id}`;
}

/** Writes one line per step, and the link below it. */
export function createNarrator(
  write: (text: string) => void,
  ui: { readonly port: number; readonly namespace: string },
): Narrator {
  const began = Date.now();
  let chapters = 0;
  return { chapter, step, line };

  function chapter(title: string): void {
    chapters += 1;
    write(`\n${String(chapters)}. ${title}\n`);
  }

  function step(text: string, about?: Pick<TrackedCase, 'number' | 'workflowId'>): void {
    const seconds = ((Date.now() - began) / 1000).toFixed(1).padStart(6);
    write(`[${seconds} s] ${about === undefined ? '' : `${about.number}: `}${text}\n`);
    if (about !== undefined) write(`           ${workflowLink(ui.port, ui.namespace, about.workflowId)}\n`);
  }

  function line(text: string): void {
    write(`${text}\n`);
  }
}
