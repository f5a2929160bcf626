/** What every key of ours in the cache of the job begins with: the answers of a model. */
export const ANSWERS_KEY = 'agent-generate-answers-';

/** The files of a model. */
export const MODEL_KEY = 'agent-generate-model-';

/** A folder of a model's files among those of others: of a GGUF file by its SHA-256, of Ollama by the model's name. */
export const MODEL_FOLDER = /^(?:gguf|ollama)-[\w.-]{1,255}$/;

/** What is handed from a run to the end of its job, by name. */
export const LEFT = ['server', 'answers', 'folder'] as const;
export type LeftName = (typeof LEFT)[number];
