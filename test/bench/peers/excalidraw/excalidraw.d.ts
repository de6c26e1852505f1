/** What the bench uses of Excalidraw: its own types are not installed with the product. */
declare module '@excalidraw/excalidraw' {
  import type { ComponentType } from 'react';

  export interface SceneElement {
    readonly id: string;
    readonly type: string;
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
    readonly version: number;
  }
  export interface SceneState {
    readonly scrollX: number;
    readonly scrollY: number;
    readonly zoom: { readonly value: number };
    readonly selectedElementIds: Readonly<Record<string, true>>;
  }
  export interface Scene {
    readonly elements?: readonly object[];
    readonly appState?: Partial<SceneState>;
  }
  export interface ExcalidrawApi {
    getSceneElements(): readonly SceneElement[];
    getAppState(): SceneState;
    updateScene(scene: Scene): void;
  }
  export const Excalidraw: ComponentType<{
    readonly initialData: Scene;
    readonly excalidrawAPI: (api: ExcalidrawApi) => void;
  }>;
}
declare module '@excalidraw/excalidraw/index.css';
