import { listSupportedBackends } from 'onnxruntime-node';
import { KindredError } from '@kindred/domain';

export const EXECUTION_PROVIDERS = ['cpu', 'cuda', 'tensorrt', 'dml', 'coreml'] as const;

/** Where ONNX Runtime computes: the processor, or one of the accelerators it knows. */
export type ExecutionProvider = (typeof EXECUTION_PROVIDERS)[number];

/** What an accelerator needs on the machine, for the hint when it is not there. */
const NEEDS: Readonly<Record<ExecutionProvider, string>> = {
  cpu: 'Use a 64-bit Linux, macOS or Windows computer.',
  cuda: 'It needs Linux, an NVIDIA GPU with CUDA 12 and cuDNN 9, and the GPU libraries of onnxruntime-node.',
  tensorrt: 'It needs Linux, an NVIDIA GPU with TensorRT 10, and the GPU libraries of onnxruntime-node.',
  dml: 'It needs Windows and a DirectX 12 GPU.',
  coreml: 'It needs macOS.',
};

/** The execution providers that this build of ONNX Runtime knows on this platform, `cpu` always among them. */
export function supportedExecutionProviders(): ExecutionProvider[] {
  const names = new Set(listSupportedBackends().map((backend) => backend.name));
  return EXECUTION_PROVIDERS.filter((provider) => names.has(provider));
}

/** @throws KindredError `EXECUTION_PROVIDER_UNAVAILABLE` when the platform's ONNX Runtime does not have it. */
export function requireExecutionProvider(provider: ExecutionProvider): void {
  if (!supportedExecutionProviders().includes(provider)) throw unavailable(provider);
}

export function unavailable(provider: ExecutionProvider, cause?: unknown): KindredError {
  return new KindredError(
    'EXECUTION_PROVIDER_UNAVAILABLE',
    `The execution provider "${provider}" is not available on this computer.`,
    { cause, hint: `${NEEDS[provider]} Or set the execution provider to "cpu".` },
  );
}
