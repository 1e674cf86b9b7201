import ts from 'typescript';

const namesOfTests = new Set(['describe', 'it', 'test']);

/** The rule ids that a text cites. `D11.1` alone names a clause, not a rule, and is no citation. */
export function citedIn(text: string): readonly string[] {
  return [...text.matchAll(/(?<![\w.])D\d+(?:\.\d+[a-z]?)?(?![\w])/g)].map(([id]) => id);
}

/** The rule ids at the head of a title as written, before its colon: `'D11.1b, D11.1c: tells the person'`. */
export function citedAtHead(title: string): readonly string[] {
  const [, head = ''] = /^['"`](D\d[\w., ]*): /.exec(title) ?? [];
  return citedIn(head);
}

/** The names of all tests and groups of tests in a spec, as written: `it('…')`, `it.each(…)('…')`, `` describe(`…`) ``. */
export function titlesIn(path: string, text: string): readonly string[] {
  const titles: string[] = [];
  visit(ts.createSourceFile(path, text, ts.ScriptTarget.ES2023, true));
  return titles;

  function visit(node: ts.Node): void {
    if (ts.isCallExpression(node) && namesOfTests.has(rootOf(node.expression))) {
      const [title] = node.arguments;
      if (title !== undefined && isText(title)) titles.push(title.getText());
    }
    ts.forEachChild(node, visit);
  }
}

function isText(node: ts.Node): boolean {
  return ts.isStringLiteralLike(node) || ts.isTemplateExpression(node);
}

/** `it` of `it`, `it.each([…])`, `describe.each<Row>`. */
function rootOf(expression: ts.Expression): string {
  if (ts.isIdentifier(expression)) return expression.text;
  if (ts.isPropertyAccessExpression(expression) || ts.isCallExpression(expression))
    return rootOf(expression.expression);
  return '';
}
