import path from 'node:path';

import ts from 'typescript';

import { root } from './repository.js';

/** What the compiler says about texts, each as one more file of the room, under the room's own tsconfig. */
export function compileAll(room: string, texts: readonly string[]): readonly (readonly string[])[] {
  const { fileNames, options } = configOf(room);
  const added = new Map(texts.map((text, index) => [path.join(root, room, `src/sample-${index}.ts`), text]));
  const program = ts.createProgram([...fileNames, ...added.keys()], options, hostWith(added, options));
  return [...added.keys()].map((file) =>
    ts
      .getPreEmitDiagnostics(program, program.getSourceFile(file))
      .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n')),
  );
}

function hostWith(added: ReadonlyMap<string, string>, options: ts.CompilerOptions): ts.CompilerHost {
  const host = ts.createCompilerHost(options);
  return {
    ...host,
    fileExists: (file) => added.has(file) || host.fileExists(file),
    getSourceFile: (file, language, ...rest) => {
      const text = added.get(file);
      return text === undefined
        ? host.getSourceFile(file, language, ...rest)
        : ts.createSourceFile(file, text, language);
    },
  };
}

/** What a file exports at run time, by name, and whether it can be called. */
export function exportsOf(room: string, file: string): ReadonlyMap<string, 'function' | 'something else'> {
  const { options } = configOf(room);
  const program = ts.createProgram([path.join(root, room, file)], options);
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(path.join(root, room, file));
  const module = source && checker.getSymbolAtLocation(source);
  if (module === undefined) throw new Error(`${room}/${file} is no module`);
  const values = checker
    .getExportsOfModule(module)
    .filter((symbol) => (resolved(checker, symbol).flags & ts.SymbolFlags.Value) !== 0);
  return new Map(values.map((symbol) => [symbol.name, kindOf(checker, symbol)]));
}

function kindOf(checker: ts.TypeChecker, symbol: ts.Symbol): 'function' | 'something else' {
  const type = checker.getTypeOfSymbol(resolved(checker, symbol));
  return type.getCallSignatures().length > 0 ? 'function' : 'something else';
}

function resolved(checker: ts.TypeChecker, symbol: ts.Symbol): ts.Symbol {
  return (symbol.flags & ts.SymbolFlags.Alias) === 0 ? symbol : checker.getAliasedSymbol(symbol);
}

function configOf(room: string): ts.ParsedCommandLine {
  const folder = path.join(root, room);
  const file = ts.readConfigFile(path.join(folder, 'tsconfig.json'), (name) => ts.sys.readFile(name));
  const parsed = ts.parseJsonConfigFileContent(file.config, ts.sys, folder);
  return {
    ...parsed,
    options: { ...parsed.options, noEmit: true, composite: false, incremental: false, declarationMap: false },
  };
}
