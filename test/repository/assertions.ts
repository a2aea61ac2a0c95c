/**
 * Which tests assert nothing, read with TypeScript's own parser: a test asserts where its text
 * says `expect`, or names a function of test/ that does. What runs of it is for vitest to see,
 * which fails a test that came to no assertion (`requireAssertions` in vitest.config.ts).
 */
import { posix } from 'node:path';
import ts from 'typescript-api';

/** Texts by path from the root. */
export type Texts = ReadonlyMap<string, string>;

interface Parsed {
  readonly path: string;
  readonly file: ts.SourceFile;
  /** Functions and methods by name, wherever they stand in the file. */
  readonly functions: ReadonlyMap<string, readonly ts.Node[]>;
  /** Where the names that it imports from files of ours come from. */
  readonly imports: ReadonlyMap<string, { readonly path: string; readonly name: string }>;
}

/** Each as `path:line name`. */
export function testsWithoutAssertion(texts: Texts): string[] {
  const files = new Map([...texts].map(([path, text]) => [path, parsed(path, text)]));
  const asserts = assertionsIn(files);
  return [...files.values()].flatMap((one) =>
    testsIn(one.file)
      .filter(({ body }) => !asserts(one, body) && !onlySkips(body))
      .map(({ call, name }) => {
        const { line } = one.file.getLineAndCharacterOfPosition(call.getStart());
        return `${one.path}:${line + 1} ${name}`;
      }),
  );
}

function parsed(path: string, text: string): Parsed {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.ES2023, true);
  const functions = new Map<string, ts.Node[]>();
  const imports = new Map<string, { path: string; name: string }>();
  visit(file, (node) => {
    const name = functionName(node);
    if (name !== undefined) functions.set(name, [...(functions.get(name) ?? []), node]);
    if (!ts.isImportDeclaration(node) || !ts.isStringLiteral(node.moduleSpecifier)) return;
    const { text: specifier } = node.moduleSpecifier;
    const bindings = node.importClause?.namedBindings;
    if (!specifier.startsWith('.') || !bindings || !ts.isNamedImports(bindings)) return;
    const from = posix.join(posix.dirname(path), specifier).replace(/\.js$/, '.ts');
    for (const { name: local, propertyName } of bindings.elements) {
      imports.set(local.text, { path: from, name: (propertyName ?? local).text });
    }
  });
  return { path, file, functions, imports };
}

/** Of a declared function or method, or a variable that holds a function. */
function functionName(node: ts.Node): string | undefined {
  if (ts.isFunctionDeclaration(node) || ts.isMethodDeclaration(node)) return node.name?.getText();
  if (!ts.isVariableDeclaration(node) || node.initializer === undefined) return undefined;
  const { initializer } = node;
  const holds = ts.isArrowFunction(initializer) || ts.isFunctionExpression(initializer);
  return holds ? node.name.getText() : undefined;
}

/** Whether a part of a file asserts, by itself or by the functions that it names. */
function assertionsIn(files: ReadonlyMap<string, Parsed>): (one: Parsed, part: ts.Node) => boolean {
  const known = new Map<ts.Node, boolean>();
  const asserts = (one: Parsed, part: ts.Node): boolean => {
    const before = known.get(part);
    if (before !== undefined) return before;
    // A function that calls itself says nothing new.
    known.set(part, false);
    const found = names(part).some(
      (name) => name === 'expect' || named(one, name).some(([of, node]) => asserts(of, node)),
    );
    known.set(part, found);
    return found;
  };
  const named = (one: Parsed, name: string): (readonly [Parsed, ts.Node])[] => {
    const imported = one.imports.get(name);
    if (imported === undefined) return (one.functions.get(name) ?? []).map((node) => [one, node]);
    const other = files.get(imported.path);
    return other === undefined ? [] : named(other, imported.name);
  };
  return asserts;
}

/** The names that are used in it, in the order of the text. */
function names(part: ts.Node): string[] {
  const found: string[] = [];
  visit(part, (node) => {
    if (ts.isIdentifier(node)) found.push(node.text);
  });
  return found;
}

interface Test {
  readonly call: ts.CallExpression;
  readonly name: string;
  /** The function that is the test, or its name. */
  readonly body: ts.Node;
}

/** `it(…)`, `it.each(…)(…)` and their like. */
function testsIn(file: ts.SourceFile): Test[] {
  const found: Test[] = [];
  visit(file, (node) => {
    if (!ts.isCallExpression(node) || !['it', 'test'].includes(rootOf(node.expression))) return;
    const [name, ...rest] = node.arguments;
    // What comes before it is a table or a condition: `it.each(…)`, `it.skipIf(…)`.
    const body = rest.find((one) => ts.isFunctionLike(one) || ts.isIdentifier(one));
    if (name !== undefined && body !== undefined) {
      found.push({ call: node, name: name.getText(), body });
    }
  });
  return found;
}

/** `it` of `it.each(table)` and of `it.skipIf(so).each(table)`. */
function rootOf(node: ts.Expression): string {
  if (ts.isIdentifier(node)) return node.text;
  if (ts.isPropertyAccessExpression(node) || ts.isCallExpression(node)) {
    return rootOf(node.expression);
  }
  return ts.isTaggedTemplateExpression(node) ? rootOf(node.tag) : '';
}

/** `({ skip }) => skip(reason)` is there to be reported as skipped; it never passes. */
function onlySkips(body: ts.Node): boolean {
  return (
    ts.isArrowFunction(body) &&
    ts.isCallExpression(body.body) &&
    body.body.expression.getText() === 'skip'
  );
}

function visit(node: ts.Node, take: (node: ts.Node) => void): void {
  take(node);
  ts.forEachChild(node, (child) => visit(child, take));
}
