import { describe, expect, it } from 'vitest';
import { renderQuestions } from '../../../src/deliver/terminal/questions.ts';
import { renderRule } from '../../../src/deliver/terminal/rule.ts';
import { paintWith } from '../../../src/domain/paint.ts';
import { inGeneral } from '../../../src/domain/rule.ts';
import { OWN_RULES } from '../../../src/validate/own-rules.ts';
import { PARTS } from '../../fakes/judging.ts';

describe('Questions', () => {
  it('are paragraphs, with the choices that there are', () => {
    const questions = [
      { about: 'lint it', text: 'Which part?', choices: ['all', 'cart'] },
      { about: 'b', text: 'Why?', choices: [] },
    ];
    expect(renderQuestions(questions)).toBe('About: lint it\n  Which part?\n  - all\n  - cart\n\nAbout: b\n  Why?\n');
  });

  it('comes with what to say instead, where that is known', () => {
    const text = renderQuestions([{ about: '', text: 'When?', choices: ['on tags'], replies: ['Push it on tags'] }]);
    expect(text).toBe('  When?\n  Say instead:\n  - Push it on tags\n');
  });

  it('make no terminal obey, and stay on their lines', () => {
    const text = renderQuestions([{ about: 'a\n\u001b[2J', text: 'b\r', choices: ['c\n'] }]);
    expect(text).toBe('About: a\\u{a}\\u{1b}[2J\n  b\\u{d}\n  - c\\u{a}\n');
  });
});

describe('The page of a rule', () => {
  it.each([...PARTS.rules, ...OWN_RULES])('$id has the fault, the reason, what to do, and both examples', (rule) => {
    const page = renderRule(rule, paintWith(false));
    for (const part of [rule.id, rule.level, rule.title, rule.description, inGeneral(rule.help), ...rule.aliases])
      expect(page).toContain(part);
    for (const example of [rule.good, rule.bad])
      for (const line of example.split('\n').filter((it) => it !== '')) expect(page).toContain(`  ${line}\n`);
    expect(page).not.toMatch(/ $/m);
    expect(page.endsWith('\n')).toBe(true);
  });
});
