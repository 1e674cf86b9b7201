import { singleLine, type Block } from './letter-block.js';
import type { Fact } from './letter-request.js';

/** Plain text: one blank line between parts. */
export function renderText(blocks: readonly Block[]): string {
  return `${blocks.map(blockText).join('\n\n')}\n`;
}

function blockText(block: Block): string {
  switch (block.kind) {
    case 'facts':
      return block.facts.map(factText).join('\n');
    case 'link':
      return `${block.label}: ${block.href}`;
    case 'footer':
      return `--\n${singleLine(block.text)}`;
    case 'sender':
    case 'salutation':
    case 'paragraph':
    case 'note':
      return singleLine(block.text);
  }
}

/** The address of a fact has a line of its own: what stands behind it would become a part of it. */
function factText({ label, value, link }: Fact): string {
  const fact = `- ${label}: ${singleLine(value)}`;
  return link === undefined ? fact : `${fact}\n  ${link.label}: ${link.href}`;
}
