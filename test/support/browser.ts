// A headless Chromium, and pages that note whatever they complain of.
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

const { CHROMIUM_PATH = '/usr/bin/chromium' } = process.env;

export const openBrowser = (): Promise<Browser> => chromium.launch({ executablePath: CHROMIUM_PATH });

export const screens = {
  phone: { width: 390, height: 844 },
  narrow: { width: 320, height: 640 },
  desktop: { width: 1280, height: 900 },
  wall: { width: 1920, height: 1080 },
} as const;

export type Screen = keyof typeof screens;
export type Scheme = 'light' | 'dark';

export interface WatchedPage {
  readonly page: Page;
  /** Errors of scripts, refusals of the content policy, requests that failed. */
  readonly complaints: readonly string[];
  close(): Promise<void>;
}

export const openPage = async (
  browser: Browser,
  screen: Screen,
  scheme: Scheme = 'light',
  more: BrowserContextOptions = {},
): Promise<WatchedPage> => {
  const context = await browser.newContext({
    viewport: screens[screen],
    colorScheme: scheme,
    locale: 'fr-FR',
    reducedMotion: 'reduce',
    ...more,
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(`script: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(`console: ${message.text()}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) complaints.push(`${response.status()} ${new URL(response.url()).pathname}`);
  });
  return { page, complaints, close: () => context.close() };
};
