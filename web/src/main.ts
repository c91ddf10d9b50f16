/** Begins the application. */
import './styles/base.css';
import { mount } from 'svelte';
import { theme } from '~/shell/theme.svelte';
import { words } from '~/words/words.svelte';
import App from './App.svelte';

theme.begin();
await words.begin();

const target = document.getElementById('app');
if (!target) throw new Error('index.html has no place for the application');
mount(App, { target });

if (import.meta.env.PROD && 'serviceWorker' in navigator) void navigator.serviceWorker.register('/sw.js');
