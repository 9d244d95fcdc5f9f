"""Write a trained checkpoint as one int8 ONNX file, with its settings inside as metadata.

    python training/export_onnx.py --checkpoint OUT/final.pt --tokenizer FOLDER/tokenizer.json

Weights of matrix products are int8 for each output channel, and so are the word vectors;
activations are quantised as they come. Seven of the eight bits are used, because processors without
the VNNI instructions overflow on eight.
"""

from __future__ import annotations

import argparse
import json
import shutil
import tempfile
from pathlib import Path

import onnx
import torch
from network import LINK_WIDTH, Attributions, Network
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

HERE = Path(__file__).resolve().parent.parent / "src" / "dragoman" / "learned" / "weights"


def export_float(
    network: nn.Module, inputs: dict[str, Tensor], outputs: dict[str, int], file: Path
) -> None:
    """Write a network as it is; ``outputs`` says how many axes each has: texts, pieces."""
    axes = {name: {0: "texts", 1: "pieces"} for name in inputs}
    axes |= {name: dict(list({0: "texts", 1: "pieces"}.items())[:n]) for name, n in outputs.items()}
    torch.onnx.export(
        network,
        tuple(inputs.values()),
        str(file),
        input_names=list(inputs),
        output_names=list(outputs),
        dynamic_axes=axes,
        opset_version=17,
        dynamo=False,
    )


def settings(network: Network) -> dict[str, object]:
    return {
        "link_width": LINK_WIDTH,
        "link_bias": network.link_bias.tolist(),
        "transitions": network.transitions.tolist(),
    }


def quantise(
    network: nn.Module, inputs: dict[str, Tensor], outputs: dict[str, int], file: Path
) -> None:
    """Write a network in int8."""
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "plain.onnx"
        export_float(network.eval(), inputs, outputs, plain)
        quantize_dynamic(
            plain, file, per_channel=True, reduce_range=True, weight_type=QuantType.QInt8
        )


def add_settings(file: Path, values: dict[str, object]) -> None:
    model = onnx.load(file)
    onnx.helper.set_model_props(model, {"dragoman": json.dumps(values)})
    onnx.save(model, file)


def export_tagger(checkpoint: Path, file: Path) -> None:
    network = Network()
    network.load_state_dict(torch.load(checkpoint, map_location="cpu"))
    ids = torch.ones(1, 12, dtype=torch.long)
    quantise(Attributions(network), {"ids": ids}, {"spans": 2, "links": 2}, file)
    add_settings(file, settings(network))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--checkpoint", type=Path, required=True)
    parser.add_argument("--tokenizer", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=HERE)
    arguments = parser.parse_args()
    arguments.out.mkdir(parents=True, exist_ok=True)
    export_tagger(arguments.checkpoint, arguments.out / "tagger.onnx")
    shutil.copyfile(arguments.tokenizer, arguments.out / "tokenizer.json")
    for file in sorted(arguments.out.glob("*.onnx")):
        print(f"{file.name}: {file.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
