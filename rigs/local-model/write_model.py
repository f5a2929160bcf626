"""Writes a tiny model of the architecture of Llama with random weights: its words are noise, but it is a model.

usage: write_model.py FILE [hurried]

One that is hurried ends whatever it may end: where a schema lets a list be empty, it is.
"""

import sys

import gguf
import numpy as np

LAYERS, WIDTH, HEADS, INNER, CONTEXT = 2, 64, 4, 128, 131072


def main(path: str, is_hurried: bool) -> None:
    rng = np.random.default_rng(7)
    tokens, types = vocabulary()
    writer = gguf.GGUFWriter(path, "llama")
    writer.add_name("noise")
    writer.add_context_length(CONTEXT)
    writer.add_embedding_length(WIDTH)
    writer.add_block_count(LAYERS)
    writer.add_feed_forward_length(INNER)
    writer.add_head_count(HEADS)
    writer.add_head_count_kv(HEADS)
    writer.add_layer_norm_rms_eps(1e-5)
    writer.add_rope_dimension_count(WIDTH // HEADS)
    writer.add_vocab_size(len(tokens))
    writer.add_tokenizer_model("llama")
    writer.add_token_list(tokens)
    writer.add_token_scores([0.0] * len(tokens))
    writer.add_token_types(types)
    writer.add_unk_token_id(0)
    writer.add_bos_token_id(1)
    writer.add_eos_token_id(2)
    # A chat begins as its template says, without a space of the tokenizer's own: the grammar would not know it.
    writer.add_add_space_prefix(False)
    for name, shape in tensors(len(tokens)):
        data = np.ones(shape, np.float32) if name.endswith("norm.weight") else rng.normal(0, 0.02, shape).astype(np.float32)
        if is_hurried and name == "token_embd.weight":
            # Of all that it reads and says the first number is one ...
            data[:, 0] = 1
        if is_hurried and name == "output.weight":
            # ... and what comes of one is an end.
            data[[tokens.index(f"<0x{ord(end):02X}>".encode()) for end in ']}"'], 0] = 2
        writer.add_tensor(name, data)
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()


def vocabulary():
    """Three control tokens and one for each byte. Those that are no ASCII are read and never written: noise would be no UTF-8."""
    special = [b"<unk>", b"<s>", b"</s>"]
    tokens = special + [f"<0x{byte:02X}>".encode() for byte in range(256)]
    types = [gguf.TokenType.UNKNOWN, gguf.TokenType.CONTROL, gguf.TokenType.CONTROL] + [gguf.TokenType.BYTE] * 128 + [gguf.TokenType.UNUSED] * 128
    return tokens, types


def tensors(words: int):
    yield "token_embd.weight", (words, WIDTH)
    yield "output_norm.weight", (WIDTH,)
    yield "output.weight", (words, WIDTH)
    for layer in range(LAYERS):
        block = f"blk.{layer}"
        yield f"{block}.attn_norm.weight", (WIDTH,)
        for part in ("attn_q", "attn_k", "attn_v", "attn_output"):
            yield f"{block}.{part}.weight", (WIDTH, WIDTH)
        yield f"{block}.ffn_norm.weight", (WIDTH,)
        yield f"{block}.ffn_gate.weight", (INNER, WIDTH)
        yield f"{block}.ffn_up.weight", (INNER, WIDTH)
        yield f"{block}.ffn_down.weight", (WIDTH, INNER)


main(sys.argv[1], sys.argv[2:] == ["hurried"])
