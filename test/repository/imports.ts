/**
 * Who imports whom in src/, read with TypeScript's own parser: imports, exports
 * from, types by import(), and imports that are made when they are needed.
 */
import { posix } from 'node:path';
import ts from 'typescript-api';
import { SOURCES, textOf } from './tree.js';

export interface Import {
  /** Path of the importing file, from src/. */
  readonly from: string;
  /** Path of the imported file, from src/; the module's name where it is no file of ours. */
  readonly to: string;
  readonly ours: boolean;
  /** 1 for the first line. */
  readonly line: number;
}

/** @param path from src/ */
export function importsOf(path: string, text: string): Import[] {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.ES2023, true);
  const found: Import[] = [];
  const visit = (node: ts.Node): void => {
    const specifier = specifierOf(node);
    if (specifier !== undefined) {
      const line = file.getLineAndCharacterOfPosition(node.getStart()).line + 1;
      found.push({ from: path, line, ...resolve(path, specifier) });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

export function allImports(): Import[] {
  return SOURCES.flatMap((path) => importsOf(path.slice('src/'.length), textOf(path)));
}

function specifierOf(node: ts.Node): string | undefined {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) {
    return textIn(node.moduleSpecifier);
  }
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
    return textIn(node.argument.literal);
  }
  if (ts.isCallExpression(node)) {
    const called = node.expression.kind === ts.SyntaxKind.ImportKeyword;
    // createRequire(import.meta.url)('zod'), and a `require` that was made so.
    const required =
      (ts.isCallExpression(node.expression) &&
        node.expression.expression.getText() === 'createRequire') ||
      node.expression.getText() === 'require';
    if (called || required) return textIn(node.arguments[0]);
  }
  return undefined;
}

function textIn(node: ts.Node | undefined): string | undefined {
  return node !== undefined && ts.isStringLiteralLike(node) ? node.text : undefined;
}

function resolve(from: string, specifier: string): Pick<Import, 'to' | 'ours'> {
  if (!specifier.startsWith('.')) return { to: specifier, ours: false };
  // AssemblyScript names files without their ending.
  const path = `${posix.join(posix.dirname(from), specifier).replace(/\.js$/, '')}.ts`;
  return { to: path, ours: true };
}
