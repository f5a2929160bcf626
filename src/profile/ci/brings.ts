/** Actions that bring the code, tools and caches, and check nothing. */
export const BRINGS =
  /^(?:actions\/(?:checkout|cache(?:\/(?:restore|save))?|setup-[\w-]+)|[\w.-]+\/(?:setup-[\w./-]+|action-setup|cache)|gradle\/actions\/setup-gradle|gradle\/wrapper-validation-action|Swatinem\/rust-cache|dtolnay\/rust-toolchain|actions-rust-lang\/setup-rust-toolchain|docker\/(?:setup-[\w-]+|metadata-action)|ruby\/setup-ruby|shivammathur\/setup-php|erlef\/setup-beam|helm\/chart-testing-action|step-security\/harden-runner)$/;
