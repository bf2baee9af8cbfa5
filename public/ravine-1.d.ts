/** Where the cursor stands. */
export type Step = { readonly step: number };

/** An experiment as plain JSON; its fields are those of the link. */
export type Spec = { readonly [field: string]: unknown };

/** All frames of an experiment; index 0 is the start. */
export type Recording = {
  readonly spec: Spec;
  readonly backend: string;
  readonly adapter: string;
  readonly precision: string;
  readonly runs: readonly {
    readonly optimizer: string;
    readonly convention: string;
    readonly hyperparameters: { readonly [name: string]: number };
    readonly steps: number;
    readonly loss: readonly number[];
    readonly theta?: readonly (readonly [x: number, y: number])[];
    readonly accuracy?: readonly { readonly step: number; readonly train: number; readonly test: number }[];
    readonly diverged: null | { readonly step: number; readonly loss: number };
  }[];
};

/** What the element tells, by event; the content is its `detail`. */
export type RavineEvents = {
  ready: CustomEvent<undefined>;
  height: CustomEvent<{ readonly height: number }>;
  progress: CustomEvent<{ readonly step: number; readonly steps: number }>;
  done: CustomEvent<undefined>;
  problem: CustomEvent<{ readonly message: string; readonly field: string }>;
};

/** `<ravine-lab>`: what is asked before the frame is there is asked once it is. */
export declare class RavineLab extends HTMLElement {
  /** The attributes as the hash of a link; set, it is the attribute of that name. */
  get hash(): string;
  set hash(text: string);
  /** Shows another experiment: the hash of a link, or a spec. Answers with the spec as accepted. */
  set(what: string | Spec): Promise<{ readonly spec: Spec }>;
  get(): Promise<{
    readonly spec: Spec;
    readonly playback: { readonly step: number; readonly playing: boolean };
  }>;
  play(): Promise<Step>;
  pause(): Promise<Step>;
  step(by?: number): Promise<Step>;
  seek(step: number): Promise<Step>;
  /** Once the experiment is complete. */
  recording(): Promise<Recording>;
  addEventListener<K extends keyof RavineEvents>(
    type: K,
    listener: (event: RavineEvents[K]) => void,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void;
}

declare global {
  interface HTMLElementTagNameMap {
    "ravine-lab": RavineLab;
  }
}
