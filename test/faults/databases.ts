/**
 * Databases that begin where a test wants them: empty, or with a week loaded. Copies of a
 * template, because a load takes longer than a copy.
 */
import { onTestFinished } from 'vitest';
import { freshDatabase, FreshDatabase, providedServer } from '../postgres/database.js';
import { freshName, Server } from '../postgres/server.js';
import { BEFORE, writeInputs } from './inputs.js';
import { freshFolder } from '../commands/run.js';
import { load } from './processes.js';

/** A database that is as the other one is, for the test in hand. Nobody may be connected to that. */
export async function copyOf(template: FreshDatabase): Promise<FreshDatabase> {
  const server = new Server(providedServer().url);
  const name = freshName('flexetl');
  await server.exec(`CREATE DATABASE ${name} TEMPLATE ${template.name}`);
  const database = new FreshDatabase(server, name);
  onTestFinished(() => database.drop());
  return database;
}

/** Loads the week BEFORE. */
export async function loadBefore(database: FreshDatabase): Promise<void> {
  const folder = freshFolder();
  const [path] = writeInputs(folder, [BEFORE]);
  const { status, stderr } = await load([path!], database.url);
  if (status !== 0) throw new Error(`the week before was not loaded: ${stderr}`);
}

/** A new database with the week in it. */
export async function databaseWithWeek(): Promise<FreshDatabase> {
  const database = await freshDatabase();
  await loadBefore(database);
  return database;
}
