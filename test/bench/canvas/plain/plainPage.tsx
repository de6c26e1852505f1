import '@xyflow/react/dist/style.css';
import {
  applyNodeChanges,
  Handle,
  Position,
  ReactFlow,
  type Edge,
  type Node,
  type NodeChange,
  type NodeProps,
  type ReactFlowInstance,
} from '@xyflow/react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { countRender } from '../../../../src/canvas/countRender';
import type { PlainMap, PlainNode } from './plainMap';
import './plain.css';

type FlowNode = Node<PlainNode['data'], PlainNode['type']>;

function PlainCard({ id, data }: NodeProps<FlowNode>) {
  countRender(id);
  return (
    <div className="card" style={{ width: data.width }}>
      <small>{data.channel}</small>
      <div>{data.title}</div>
      <small>{data.owner}</small>
      <Handle type="target" position={Position.Left} />
      <Handle type="source" position={Position.Right} />
    </div>
  );
}

const nodeTypes = { card: PlainCard, track: PlainCard };

/** React Flow as its first example uses it: it measures every node and draws everything there is. */
function PlainFlow({ map }: { readonly map: PlainMap }) {
  const [nodes, setNodes] = useState(() => map.nodes as readonly FlowNode[] as FlowNode[]);
  const flow = useRef<ReactFlowInstance<FlowNode, Edge> | null>(null);
  const [edges] = useState(() => map.edges as readonly Edge[] as Edge[]);
  const onNodesChange = useCallback(
    (changes: NodeChange<FlowNode>[]) => setNodes((before) => applyNodeChanges(changes, before)),
    [],
  );
  useEffect(() => {
    globalThis.show = async (what) => {
      if (what === 'everything selected')
        setNodes((before) => before.map((node) => ({ ...node, selected: true })));
      else if (what === 'all') await flow.current?.fitView({ padding: 0.02 });
      else await flow.current?.setViewport({ x: 200, y: 20, zoom: 1 });
    };
    globalThis.editTitle = (id, title) => setNodes((before) => before.map((node) => titled(node, id, title)));
  }, []);
  return (
    <ReactFlow
      nodes={nodes}
      edges={edges}
      nodeTypes={nodeTypes}
      onNodesChange={onNodesChange}
      defaultViewport={{ x: 200, y: 20, zoom: 0.6 }}
      minZoom={0.0005}
      onInit={(instance) => {
        flow.current = instance;
      }}
      panOnScroll
    />
  );
}

function titled(node: FlowNode, id: string, title: string): FlowNode {
  return node.id === id ? { ...node, data: { ...node.data, title } } : node;
}

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
const map = (await (await fetch('/map.json')).json()) as PlainMap;
createRoot(root).render(<PlainFlow map={map} />);
