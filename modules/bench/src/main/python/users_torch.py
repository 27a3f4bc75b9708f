"""The user network's epoch in PyTorch, for figures beside `tasteprint bench users`: the same histories (50 items each, unevenly popular),
the same model (mean of embedded items, a ReLU layer beside it), the same sampled softmax over the items of 64 histories and 500 drawn
ones, and Adam that moves only the rows of a batch. Prints one JSON object."""
import argparse, json, time
import numpy as np, torch

a = argparse.ArgumentParser(); a.add_argument("--interactions", type=int, default=1_000_000); a.add_argument("--batches", type=int, default=60)
a = a.parse_args()
D, H, B, DRAWN, N = 40, 64, 64, 500, 50
items = min(1_000_000, max(1_000, a.interactions // 50)); listeners = max(2, a.interactions // N)
rng = np.random.default_rng(5)
histories = [np.unique(np.minimum(items - 1, items ** np.sqrt(rng.random(N)) - 1).astype(np.int64)) for _ in range(min(listeners, B * (a.batches + 5)))]
E, V = (torch.nn.Embedding(items, D, sparse=True) for _ in range(2)); bias = torch.nn.Embedding(items, 1, sparse=True)
W1, W2 = torch.nn.Linear(D, H), torch.nn.Linear(H, D)
sparse = torch.optim.SparseAdam([*E.parameters(), *V.parameters(), *bias.parameters()], 3e-5); dense = torch.optim.Adam([*W1.parameters(), *W2.parameters()], 3e-5)
count = np.bincount(np.concatenate(histories), minlength=items); chance = torch.tensor(np.log(np.maximum(1e-9, 1 - (1 - min(1, B / len(histories))) ** count * (1 - 1 / items) ** DRAWN))).float()
times = []
for b in range(a.batches + 5):
    start = time.perf_counter()
    batch = histories[b * B % max(1, len(histories) - B):][:B]
    candidates, place = np.unique(np.concatenate([*batch, rng.integers(0, items, DRAWN)]), return_inverse=True)
    place = torch.from_numpy(place[:sum(map(len, batch))]); owner = torch.from_numpy(np.repeat(np.arange(len(batch)), [len(h) for h in batch]))
    hidden = torch.rand(len(place)) < .4; weight = .7 + 3 * torch.rand(len(place))
    c = torch.from_numpy(candidates); e, v, o = E(c), V(c), bias(c)[:, 0] - chance[c]
    w = torch.zeros(len(batch), len(c)); w[owner[~hidden], place[~hidden]] = weight[~hidden]
    mean = (w / w.norm(dim=1, keepdim=True).clamp(min=1e-9)) @ e
    logits = (mean + W2(torch.relu(W1(mean)))) @ v.T + o
    logits = logits.masked_fill(w > 0, -1e30)
    y = torch.zeros_like(w); y[owner[hidden], place[hidden]] = 1; n = y.sum(1).clamp(min=1)
    loss = -((torch.log_softmax(logits, 1) * y).sum(1) / n * n.sqrt()).sum() / n.sqrt().sum()
    sparse.zero_grad(); dense.zero_grad(); loss.backward(); sparse.step(); dense.step()
    times.append((time.perf_counter() - start) / len(place))
print(json.dumps({"interactions_per_second": 1 / sorted(times[5:])[len(times[5:]) // 2], "items": items, "threads": torch.get_num_threads()}))
