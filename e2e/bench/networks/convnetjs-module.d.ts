/** What of ConvNetJS is used here; it comes without types. */
declare module "convnetjs" {
  class Vol {
    constructor(width: number, height: number, depth: number, value: number);
    w: Float64Array;
  }
  class Net {
    layers: { layer_type: string; filters: Vol[]; biases: Vol }[];
    makeLayers(definitions: Record<string, unknown>[]): void;
  }
  class Trainer {
    constructor(net: Net, options: Record<string, unknown>);
    train(image: Vol, label: number): { cost_loss: number };
  }
}
