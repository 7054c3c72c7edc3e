import { describe, expect, test } from 'vitest';
import { leftover } from '../../src/reading/leftover.ts';
import { spelled } from '../../src/reading/spelling.ts';
import { tokenize } from '../../src/reading/tokenize.ts';

const wordsOf = (text: string): readonly string[] => tokenize(text).tokens.map(({ word }) => word);

describe('a sentence becomes words', () => {
  test.each([
    ['L’Espace d’Expression', ['l', 'espace', 'd', 'expression']],
    ['aujourd’hui', ['aujourdhui']],
    ["d'1h", ['d', '1', 'h']],
    ['14h30–16h', ['14', 'h', '30', '-', '16', 'h']],
    ['œuvre ÉTÉ', ['oeuvre', 'ete']],
    ['de\u00adma\u200bin 🎉\u200f', ['demain']],
    ['×2', ['x', '2']],
    ['\u0000\u0007', []],
    ['demain — atelier à 14h', ['demain', '']],
    ['jeudi 14h — 16h', ['jeudi', '14', 'h', '-', '16', 'h']],
    ['coworking -- réunion', ['coworking', '']],
  ])('%j', (text, words) => {
    expect(wordsOf(text)).toEqual(words);
  });

  test('each word knows where it was typed', () => {
    for (const { text, start, end } of tokenize('Salut 🎉, l’été à la cuisine !').tokens) {
      expect('Salut 🎉, l’été à la cuisine !'.slice(start, end)).toBe(text);
    }
  });

  test('a thousand words at most are read', () => {
    expect(tokenize('a '.repeat(5000)).tokens.length).toBeLessThanOrEqual(1000);
  });
});

describe('a slip of one letter', () => {
  test.each([
    ['demian', 'demain'],
    ['demin', 'demain'],
    ['mecredi', 'mercredi'],
    ['vendrdi', 'vendredi'],
    ['jeudy', 'jeudi'],
    ['semane', 'semaine'],
    ['novemvre', 'novembre'],
  ])('« %s » is « %s »', (typed, meant) => {
    expect(spelled(typed)).toBe(meant);
  });

  test.each(
    'mari mare latin marin jeux nuit tout demi remi martin joel juan mairie demande domaine avent mais place parti pause centre route'.split(
      ' ',
    ),
  )('« %s » is a word, and stays itself', (word) => {
    expect(spelled(word)).toBe(word);
  });
});

describe('what nobody took', () => {
  test.each([
    ['réunion d’équipe', 'réunion d’équipe'],
    ['je voudrais réserver pour une réunion d’équipe stp', 'réunion d’équipe'],
    ['bonjour, merci d’avance !', undefined],
    ['s’il vous plaît', undefined],
    ['— L’atelier : « soupe »  ', 'L’atelier : « soupe »'],
    ['motif : pour la fête', 'pour la fête'],
    ['Objet: AG', 'AG'],
    ['pour travailler', undefined],
    ['pour travailler sur mon projet', 'travailler sur mon projet'],
    ['budget — réunion', 'budget — réunion'],
    ['a\u0000b\u202ec', 'a b c'],
    ['', undefined],
    ['— ', undefined],
    ['!!!', undefined],
  ])('%j leaves %j', (text, left) => {
    expect(leftover(tokenize(text))).toBe(left);
  });
});
