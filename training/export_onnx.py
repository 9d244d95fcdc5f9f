"""Write a trained checkpoint as one int8 ONNX file, with its settings inside as metadata.

    python training/export_onnx.py --checkpoint OUT/epoch5.pt --tokenizer FOLDER/tokenizer.json

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
from network import LINK_WIDTH, Network
from onnxruntime.quantization import QuantType, quantize_dynamic

# Added to the scores of did not happen, uncertain, happened; tuned on sentences kept aside.
FACTUALITY_BIAS = (0.0, 0.0, 0.0)
HERE = Path(__file__).resolve().parent.parent / "src" / "dragoman" / "learned" / "weights"


def export_float(network: Network, file: Path) -> None:
    ids = torch.ones(1, 12, dtype=torch.long)
    torch.onnx.export(
        network,
        (ids, torch.ones_like(ids)),
        str(file),
        input_names=["ids", "attention"],
        output_names=["spans", "links", "facts"],
        dynamic_axes={
            name: {0: "texts", 1: "pieces"}
            for name in ("ids", "attention", "spans", "links", "facts")
        },
        opset_version=17,
        dynamo=False,
    )


def settings(network: Network) -> dict[str, object]:
    return {
        "link_width": LINK_WIDTH,
        "link_bias": network.link_bias.tolist(),
        "factuality_bias": FACTUALITY_BIAS,
        "transitions": network.transitions.tolist(),
    }


def export(checkpoint: Path, file: Path) -> None:
    """Write ``checkpoint`` as a quantised ONNX file."""
    network = Network()
    network.load_state_dict(torch.load(checkpoint, map_location="cpu"))
    network.eval()
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "plain.onnx"
        export_float(network, plain)
        quantize_dynamic(
            plain, file, per_channel=True, reduce_range=True, weight_type=QuantType.QInt8
        )
    model = onnx.load(file)
    onnx.helper.set_model_props(model, {"dragoman": json.dumps(settings(network))})
    onnx.save(model, file)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--checkpoint", type=Path, required=True)
    parser.add_argument("--tokenizer", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=HERE)
    arguments = parser.parse_args()
    arguments.out.mkdir(parents=True, exist_ok=True)
    export(arguments.checkpoint, arguments.out / "tagger.onnx")
    shutil.copyfile(arguments.tokenizer, arguments.out / "tokenizer.json")
    print(f"{(arguments.out / 'tagger.onnx').stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
