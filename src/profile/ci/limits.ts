/** What nobody writes, and a reader need not follow: a profile is read on the thread that holds the clock. The first ones count. */
export const MOST = {
  /** Characters of all workflows of GitHub together. */
  workflows: 500_000,
  /** Variables that one step has. */
  variables: 100,
  /** Characters of a value that is put into other texts. */
  value: 500,
  /** Characters of a line when such values are in it. */
  line: 4_000,
  /** Containers beside one job. */
  services: 50,
  /** Jobs of one pipeline that are read. */
  jobs: 500,
  /** Steps of actions of the repository that the steps of its workflows come to, each as often as it is called. */
  actionSteps: 2_000,
  /** Lines of scripts that all jobs of one pipeline have together. */
  scriptLines: 5_000,
  /** Commands of a repository's pipelines. */
  commands: 2_000,
  /** Hooks of a repository. */
  hooks: 200,
} as const;
