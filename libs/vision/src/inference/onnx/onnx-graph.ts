import {
  ATTRIBUTE,
  FLOAT,
  GRAPH,
  MODEL,
  NODE,
  TENSOR,
  VALUE_INFO,
  floatsOf,
  part,
  tensorValue,
  text,
  texts,
} from './onnx-format';
import { delimited, fieldsOf, message, type Field } from './protobuf';

/** One operation of a graph. */
export interface OnnxNode {
  readonly operator: string;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
}

/** A model's graph, to be read and to be cut short. */
export class OnnxGraph {
  /** In the order in which they are computed. */
  private readonly nodes = new Map<Field, OnnxNode>();
  private readonly producers = new Map<string, OnnxNode>();
  private readonly tensors = new Map<string, Field>();

  private constructor(
    private readonly parts: readonly Field[],
    private readonly graph: Field,
    private readonly fields: readonly Field[],
  ) {
    for (const field of fields) {
      if (field.number === GRAPH.initializer) this.tensors.set(text(field, TENSOR.name), field);
      if (field.number === GRAPH.node) this.add(field);
    }
  }

  /** @throws RangeError when the bytes are no ONNX model. */
  static of(model: Uint8Array): OnnxGraph {
    const parts = fieldsOf(model);
    const graph = parts.find((field) => field.number === MODEL.graph);
    if (!graph) throw new RangeError('there is no graph in it');
    return new OnnxGraph(parts, graph, fieldsOf(graph.content));
  }

  /** The node that computes a value; undefined for inputs and weights. */
  producerOf(value: string | undefined): OnnxNode | undefined {
    return this.producers.get(value ?? '');
  }

  nodesOf(operator: string): OnnxNode[] {
    return [...this.nodes.values()].filter((node) => node.operator === operator);
  }

  /** The nodes of one operator that a value goes into. */
  consumersOf(value: string | undefined, operator: string): OnnxNode[] {
    return this.nodesOf(operator).filter((node) => node.inputs.includes(value ?? ''));
  }

  /** The floats of a value that is there from the start; null for what is computed, and for what is no floats. */
  constant(value: string | undefined): Float32Array | null {
    const tensor = this.tensors.get(value ?? '');
    return tensor ? floatsOf(tensor) : null;
  }

  /** A model that answers these floats, and that computes and holds only what they take. */
  answering(outputs: readonly string[]): Uint8Array {
    const needed = new Set(outputs);
    for (const node of [...this.nodes.values()].reverse()) {
      if (node.outputs.some((output) => needed.has(output)))
        for (const input of node.inputs) needed.add(input);
    }
    const kept = this.fields.filter((field) => {
      if (field.number === GRAPH.node) return this.nodes.get(field)!.outputs.some((name) => needed.has(name));
      if (field.number === GRAPH.initializer) return needed.has(text(field, TENSOR.name));
      // A weight may be listed as an input that has a default.
      if (field.number === GRAPH.input) return needed.has(text(field, VALUE_INFO.name));
      return field.number !== GRAPH.output;
    });
    const graph = message(
      ...kept.map((field) => field.whole),
      ...outputs.map((name) => delimited(GRAPH.output, tensorValue(name, FLOAT))),
    );
    return message(
      ...this.parts.map((field) => (field === this.graph ? delimited(MODEL.graph, graph) : field.whole)),
    );
  }

  private add(field: Field): void {
    const node = {
      operator: text(field, NODE.operator),
      inputs: texts(field, NODE.input),
      outputs: texts(field, NODE.output),
    };
    this.nodes.set(field, node);
    for (const output of node.outputs) this.producers.set(output, node);
    const attribute = node.operator === 'Constant' ? part(field, NODE.attribute) : undefined;
    const tensor = attribute && part(attribute, ATTRIBUTE.tensor);
    if (tensor) this.tensors.set(node.outputs[0]!, tensor);
  }
}
