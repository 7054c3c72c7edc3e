// The embedded database speaks PostgreSQL's wire protocol from memory to memory: a socket made of it lets the real `pg`
// client run on top, so that both engines give the same types, the same errors and the same isolation levels.
import { Duplex } from 'node:stream';
import type { PGlite } from '@electric-sql/pglite';
import type { Metrics } from '../kernel/metrics.ts';
import { type Connections, openPool } from './pool.ts';

const TERMINATE = 0x58; // 'X', the message by which a client says goodbye

const asError = (cause: unknown): Error =>
  cause instanceof Error ? cause : new Error('the embedded database failed', { cause });

class EmbeddedSocket extends Duplex {
  readonly #engine: PGlite;
  #sessionOpen = false;

  constructor(engine: PGlite) {
    super();
    this.#engine = engine;
  }

  connect(): this {
    process.nextTick(() => this.emit('connect'));
    return this;
  }

  // What `pg` asks of a TCP socket and memory has no need of.
  setNoDelay(): this {
    return this;
  }

  setKeepAlive(): this {
    return this;
  }

  ref(): this {
    return this;
  }

  unref(): this {
    return this;
  }

  override _read(): void {}

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: (error?: Error | null) => void): void {
    this.#exchange(chunk).then(
      () => done(),
      (cause: unknown) => done(asError(cause)),
    );
  }

  /** `pg` corks the messages of one query: they cross together. */
  override _writev(chunks: { readonly chunk: Buffer }[], done: (error?: Error | null) => void): void {
    this.#exchange(Buffer.concat(chunks.map(({ chunk }) => chunk))).then(
      () => done(),
      (cause: unknown) => done(asError(cause)),
    );
  }

  override _final(done: (error?: Error | null) => void): void {
    this.push(null);
    done();
  }

  override _destroy(error: Error | null, done: (error?: Error | null) => void): void {
    this.#endSession().then(
      () => done(error),
      (cause: unknown) => done(error ?? asError(cause)),
    );
  }

  async #exchange(message: Buffer): Promise<void> {
    if (message[0] === TERMINATE) return;
    this.#sessionOpen = true;
    await this.#engine.runExclusive(async () => {
      this.push(Buffer.from(await this.#engine.execProtocolRaw(message)));
    });
  }

  /** A server forgets a connection that ends; the only session here must be made to. */
  async #endSession(): Promise<void> {
    if (!this.#sessionOpen || this.#engine.closed) return;
    this.#sessionOpen = false;
    await this.#engine.exec('ROLLBACK');
    await this.#engine.exec('DISCARD ALL');
  }
}

/** One connection, kept: the engine has but one session. */
export const openEmbeddedPool = (engine: PGlite, metrics?: Metrics): Connections =>
  openPool({ max: 1, idleTimeoutMillis: 0, user: 'postgres', stream: () => new EmbeddedSocket(engine) }, metrics);
