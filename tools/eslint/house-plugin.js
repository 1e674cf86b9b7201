/**
 * House rules that no published plugin has: each is a pattern of the syntax tree that must not occur, and the sentence
 * that says what to do instead.
 */

const nonAscii = String.raw`/[^\u0000-\u007F]/`;

/**
 * @param {string} message
 * @param {...string} selectors
 */
function banned(message, ...selectors) {
  return {
    /** @param {any} context */
    create: (context) =>
      Object.fromEntries(selectors.map((selector) => [selector, (node) => context.report({ node, message })])),
  };
}

/**
 * @param {(text: string) => string | null} judge
 */
function comments(judge) {
  return {
    /** @param {any} context */
    create: (context) => ({
      Program() {
        for (const comment of context.sourceCode.getAllComments()) {
          const message = judge(comment.value.trim());
          if (message !== null) context.report({ loc: comment.loc, message });
        }
      },
    }),
  };
}

const noAssertion = banned(
  'Narrow or validate instead of asserting; branding a value that was just validated says so in a disabling comment.',
  'TSAsExpression[typeAnnotation.typeName.name!="const"]',
  'TSTypeAssertion',
);

const asciiOnly = banned(
  'Vietnamese text belongs into a *.vi.ts file.',
  `Literal[value=${nonAscii}]`,
  `TemplateElement[value.raw=${nonAscii}]`,
);

const moduleFunctions = banned(
  'A function at module level is a declaration: it has a name in stack traces and may be read top-down.',
  'Program > VariableDeclaration > VariableDeclarator:not([id.typeAnnotation]) > :function',
  'Program > ExportNamedDeclaration > VariableDeclaration > VariableDeclarator:not([id.typeAnnotation]) > :function',
);

const noEnum = banned('Use a union of literals, or a table with `as const`.', 'TSEnumDeclaration');

const classNeedsReason = banned(
  'Functions by default: a class needs a decorator, an Error to extend or an interface of a framework to implement.',
  'ClassDeclaration[superClass=null][decorators.length=0][implements.length=0]',
);

const noClock = banned(
  'The pure rooms do not ask what time it is: take an instant as an argument.',
  'NewExpression[callee.name="Date"][arguments.length=0]',
  'CallExpression[callee.name="Date"]',
  'MemberExpression[object.name="Date"][property.name="now"]',
  'MemberExpression[object.name="Date"][property.value="now"]',
  'VariableDeclarator[init.name="Date"]',
);

const noHiddenClock = banned(
  'In a workflow ask `Date.now()`, which is the time of its history, so that the question can be found.',
  'NewExpression[callee.name="Date"][arguments.length=0]',
  'CallExpression[callee.name="Date"]',
);

const noRandomness = banned(
  'The pure rooms decide the same way twice: take what is random as an argument.',
  'MemberExpression[object.name="Math"][property.name="random"]',
  'MemberExpression[object.name="Math"][property.value="random"]',
  'VariableDeclarator[init.name="Math"]',
);

const explainedDisable = comments((text) => {
  if (!/^(eslint-disable|@ts-(expect-error|ignore|nocheck)|prettier-ignore)/.test(text)) return null;
  if (/^eslint-disable(-next-line|-line)?\s*(--|$)/.test(text)) return 'Name the rule that is disabled.';
  return /\s--\s+\S.{9,}/s.test(text) ? null : 'A disabled rule carries its reason on the same line: ` -- because …`.';
});

const trackedTodo = comments((text) =>
  /\b(TODO|FIXME|XXX)\b(?!\(#\d+\): )/.test(text) ? 'A TODO names its issue: `TODO(#12): …`.' : null,
);

/** WF4: a signal handler is synchronous and never throws, whether it is written in place or by name. */
const signalHandler = {
  /** @param {any} context */
  create: (context) => ({
    'CallExpression[callee.name="setHandler"]'(node) {
      const handler = handlerOf(context.sourceCode.getScope(node), node.arguments[1]);
      if (handler === null) return;
      if (handler.async) context.report({ node: handler, message: 'WF4: a signal handler is synchronous.' });
      for (const thrown of throwsIn(handler.body)) {
        context.report({ node: thrown, message: 'WF4: a signal handler never throws, it only enqueues.' });
      }
    },
  }),
};

/** The function itself, or the one that the name stands for in this file. */
function handlerOf(scope, argument) {
  const value = argument?.type === 'Identifier' ? valueOf(scope, argument.name) : argument;
  return isFunction(value) ? value : null;
}

function valueOf(scope, name) {
  if (scope === null) return null;
  const definition = scope.set.get(name)?.defs[0]?.node;
  if (definition === undefined) return valueOf(scope.upper, name);
  return isFunction(definition) ? definition : definition.init;
}

function isFunction(node) {
  return /Function/.test(node?.type ?? '');
}

/** Every `throw` that runs when this code runs: functions inside have a life of their own. */
function throwsIn(node) {
  if (node === null || typeof node !== 'object') return [];
  if (node.type === 'ThrowStatement') return [node];
  if (isFunction(node)) return [];
  return Object.entries(node).flatMap(([key, child]) => {
    if (key === 'parent') return [];
    return Array.isArray(child) ? child.flatMap(throwsIn) : throwsIn(child);
  });
}

export const housePlugin = {
  meta: { name: 'house' },
  rules: {
    'ascii-only': asciiOnly,
    'class-needs-reason': classNeedsReason,
    'explained-disable': explainedDisable,
    'module-functions': moduleFunctions,
    'no-assertion': noAssertion,
    'no-clock': noClock,
    'no-enum': noEnum,
    'no-hidden-clock': noHiddenClock,
    'no-randomness': noRandomness,
    'signal-handler': signalHandler,
    'tracked-todo': trackedTodo,
  },
};
